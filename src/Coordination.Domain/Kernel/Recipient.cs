namespace Coordination.Domain.Kernel;

/// <summary>An agency, one unit of it, or one officer of that unit.</summary>
/// <param name="Officer">Login; for Sangat Rahasia somebody must be named.</param>
public sealed record Recipient(string Agency, string? Unit = null, string? Officer = null)
{
    /// <summary>The one that a reader group of an agency or unit stands for.</summary>
    public static Recipient Of(string group) => group.Split(':', 2) switch
    {
        ["agency", var agency] => new(agency),
        ["unit", var path] when path.Split('/', 2) is [var agency, var unit] => new(agency, unit),
        _ => throw new ArgumentException($"No agency or unit: {group}.", nameof(group)),
    };

    /// <summary>The reader group that sharing with it adds to the audience.</summary>
    public string ToAudience() => (Unit, Officer) switch
    {
        (_, { } officer) => Audiences.Person(officer),
        ({ } unit, _) => Audiences.Unit(Agency, unit),
        _ => Audiences.Agency(Agency),
    };
}
