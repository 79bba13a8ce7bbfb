using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A unit of an agency.</summary>
public sealed record UnitFile
{
    public static UnitFile None { get; } = new();

    /// <summary>Null until registered.</summary>
    public UnitRegistered? Registered { get; init; }

    public bool Closed { get; init; }

    /// <summary>In the order in which they were said: of those that cover a moment, the last one of a desk counts.</summary>
    public ImmutableList<DeskPeriod> Staff { get; init; } = [];

    public sealed record DeskPeriod(
        string Desk, DateTimeOffset From, IReadOnlyList<string> Officers, IReadOnlyList<string> Deputies, DateTimeOffset? Until = null);

    public static Guid StreamOf(string agency, string code) => DeterministicId.From($"unit/{agency}/{code}");

    /// <summary>Who sits at the desk at that moment; null when nobody was named.</summary>
    public DeskPeriod? StaffAt(string desk, DateTimeOffset at) =>
        Staff.LastOrDefault(period => period.Desk == desk && period.From <= at && (period.Until is not { } until || at < until));

    public static UnitFile Evolve(UnitFile unit, UnitEvent happened, Envelope envelope) => happened switch
    {
        UnitRegistered e => unit with { Registered = e, Closed = false },
        UnitClosed => unit with { Closed = true },
        DeskStaffed e => unit with { Staff = unit.Staff.Add(new(e.Desk, e.From ?? envelope.RecordedAt, e.Officers, e.Deputies, e.Until)) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a unit."),
    };
}
