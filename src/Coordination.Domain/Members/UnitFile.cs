using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A unit of an agency.</summary>
public sealed record UnitFile
{
    public static UnitFile None { get; } = new();

    /// <summary>Null until registered, and for a unit of the reference data whose desks were staffed.</summary>
    public UnitRegistered? Registered { get; init; }

    public string Agency { get; init; } = "";

    public string Code { get; init; } = "";

    /// <summary>It was said that it closes: at once, or <see cref="ClosedFrom"/>.</summary>
    public bool Closed { get; init; }

    public DateTimeOffset? ClosedFrom { get; init; }

    /// <summary>In the order in which they were said: of those that cover a moment, the last one of a desk counts.</summary>
    public ImmutableList<DeskPeriod> Staff { get; init; } = [];

    public sealed record DeskPeriod(
        string Desk, DateTimeOffset From, IReadOnlyList<string> Officers, IReadOnlyList<string> Deputies, DateTimeOffset? Until = null);

    public static Guid StreamOf(string agency, string code) => DeterministicId.From($"unit/{agency}/{code}");

    /// <summary>Who sits at the desk at that moment; null when nobody was named.</summary>
    public DeskPeriod? StaffAt(string desk, DateTimeOffset at) =>
        Staff.LastOrDefault(period => period.Desk == desk && period.From <= at && (period.Until is not { } until || at < until));

    public bool IsClosedAt(DateTimeOffset at) => Closed && (ClosedFrom is not { } from || from <= at);

    /// <summary>The end that was said when it was registered, or when it is closed if that is sooner.</summary>
    public DateTimeOffset? WorksUntil
    {
        get
        {
            DateTimeOffset? closed = Closed ? ClosedFrom ?? DateTimeOffset.MinValue : null;
            return closed is null || Registered?.Until < closed ? Registered?.Until : closed;
        }
    }

    /// <summary>Begun, not over and not closed by then.</summary>
    public bool WorksAt(DateTimeOffset at) => !IsClosedAt(at)
        && (Registered?.From is not { } from || from <= at) && (Registered?.Until is not { } until || at < until);

    /// <summary>Which unit it is, also in rows of before <see cref="Agency"/> and <see cref="Code"/> were kept.</summary>
    public (string Agency, string Code) Seat() => Registered is { } known ? (known.Agency, known.Code) : (Agency, Code);

    /// <summary>Desks at which the officer sits or stands in at that moment.</summary>
    public IEnumerable<string> DesksOf(string officer, DateTimeOffset at) => Staff.Select(period => period.Desk).Distinct(StringComparer.Ordinal)
        .Select(desk => StaffAt(desk, at)).OfType<DeskPeriod>()
        .Where(staff => staff.Officers.Contains(officer, StringComparer.Ordinal) || staff.Deputies.Contains(officer, StringComparer.Ordinal))
        .Select(staff => staff.Desk);

    public static UnitFile Evolve(UnitFile unit, UnitEvent happened, Envelope envelope) => happened switch
    {
        UnitRegistered e => unit with { Registered = e, Agency = e.Agency, Code = e.Code, Closed = false, ClosedFrom = null },
        UnitClosed e => unit with { Closed = true, ClosedFrom = e.From ?? envelope.RecordedAt },
        DeskStaffed e => unit with
        {
            Agency = e.Agency ?? unit.Agency, Code = e.Unit ?? unit.Code,
            Staff = unit.Staff.Add(new(e.Desk, e.From ?? envelope.RecordedAt, e.Officers, e.Deputies, e.Until)),
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a unit."),
    };
}
