using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>An answer that a kanim gave to the same person before.</summary>
/// <param name="LiftedAt">When a deferral was lifted; null while it stands.</param>
public sealed record EarlierApplication(
    Guid Application, EarlierAnswer Answer, string Unit, DateTimeOffset At, DateTimeOffset? LiftedAt = null);

/// <summary>The product's own command: people do not look for this, it tells them.</summary>
public sealed record NoteReapplication(ApplicantReappliedElsewhere Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(
        PassportApplication application, NoteReapplication command, Envelope envelope) => application switch
    {
        { Status: PassportApplicationStatus.None } => PassportApplicationRefusals.ApplicantMissing,
        _ when application.Earlier.Contains(command.Fact.EarlierApplication) => Unchanged.Value,
        _ when Units.SameOffice("IMIGRASI", command.Fact.EarlierUnit, application.Unit) => Unchanged.Value, // the same office knows
        _ => command.Fact with { Applicant = application.Applicant },
    };

    /// <summary>
    /// Which earlier answers to the same person the office that has this application must be told of: those of other offices that still
    /// stood when the person applied here. The candidates are a value, since no decision reads another stream.
    /// </summary>
    public static IReadOnlyList<NoteReapplication> Reapplications(
        PassportApplication application, DateTimeOffset appliedAt, IEnumerable<EarlierApplication> earlier) =>
    [
        .. earlier
            .Where(answer => answer.At < appliedAt && (answer.LiftedAt is null || answer.LiftedAt > appliedAt))
            .Where(answer => !Units.SameOffice("IMIGRASI", answer.Unit, application.Unit) && !application.Earlier.Contains(answer.Application))
            .OrderBy(answer => answer.At)
            .Select(answer => new NoteReapplication(
                new(application.Applicant, answer.Application, answer.Answer, answer.Unit, answer.At))),
    ];
}
