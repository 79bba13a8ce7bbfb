using System.Text.Json.Serialization;

namespace Coordination.Domain.Kernel;

/// <summary>Who acted, with the rights of that moment. Written into every event and never looked up again when reading.</summary>
/// <param name="Id">Login of the person or system client, such as <c>imigrasi.batam</c>.</param>
/// <param name="Agency">Agency code, such as <c>IMIGRASI</c>.</param>
/// <param name="Unit">Unit code within the agency, such as <c>KANIM-BATAM</c>.</param>
public sealed record Officer(string Id, string Agency, string Unit, OfficerRole Role, Level Clearance)
{
    /// <summary>Codes of the joint teams that the officer is in at that moment, apart by spaces; a text, so that officers compare by value.</summary>
    public string TaskForces { get; init; } = "";

    /// <summary>
    /// Desks of other units of the agency at which the officer sits or stands in at that moment, as <c>UNIT/DESK</c>, apart by spaces; a text like
    /// <see cref="TaskForces"/>.
    /// </summary>
    public string Desks { get; init; } = "";

    /// <summary>Answers for the desk: as one of its unit, or named for it.</summary>
    public bool SitsAt(string agency, string unit, string desk) => Agency == agency
        && (Unit == unit || Desks.Split(' ').Contains($"{unit}/{desk}", StringComparer.Ordinal));

    /// <summary>The product itself, when a rule or a timer acts and no person does.</summary>
    public static Officer System { get; } = new("system", "SISTEM", "SISTEM", OfficerRole.SystemClient, Level.SR);
}

[JsonConverter(typeof(JsonStringEnumConverter<OfficerRole>))]
public enum OfficerRole
{
    /// <summary>Enters and answers for the own unit.</summary>
    Officer,

    /// <summary>Decides for the own unit: approves, escalations end here first.</summary>
    UnitHead,

    /// <summary>Task-force secretariat: follows cases and handoffs over agencies.</summary>
    Coordinator,

    /// <summary>Runs the system; sees no case data by this role.</summary>
    Operator,

    /// <summary>An agency's own system, sending facts.</summary>
    SystemClient,
}
