using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

public static class AuthorityRefusals
{
    public static readonly Refusal NotAllowed =
        new("authority.not_allowed", "The law gives this agency no power to do this.", RefusalKind.Forbidden);

    public static readonly Refusal HeadOnly =
        new("authority.head_only", "Only the head of the unit may do this.", RefusalKind.Forbidden);

    public static readonly Refusal UnknownLegalBasis =
        new("authority.unknown_legal_basis", "The legal basis is not in the reference data.", RefusalKind.Invalid);

    public static readonly Refusal LegalBasisNotInForce =
        new("authority.legal_basis_not_in_force", "The legal basis was not in force on the day it happened.", RefusalKind.Invalid);

    public static readonly Refusal LegalBasisDoesNotCarry =
        new("authority.legal_basis_does_not_carry", "None of the legal bases named allows this agency to do this.", RefusalKind.Forbidden);

    public static readonly Refusal InFuture =
        new("authority.in_future", "It cannot have happened later than now.", RefusalKind.Invalid);

    public static readonly Refusal AboveClearance =
        new("authority.above_clearance", "Nobody marks a thing above the own clearance.", RefusalKind.Forbidden);

    public static readonly Refusal UnknownAudience =
        new("authority.unknown_audience", "An audience names a group that does not exist.", RefusalKind.Invalid);

    public static readonly Refusal UnknownCaveat =
        new("authority.unknown_caveat", "There is no handling code of this name.", RefusalKind.Invalid);

    public static readonly Refusal ReleaseNeedsTwo = new(
        "authority.release_needs_two", "Sangat Rahasia begins within the own agency; a second person releases it.", RefusalKind.Forbidden);
}

/// <summary>Answer at the door: a refusal, or the envelope to go in with, its legal basis settled and place filled in.</summary>
public sealed record Admission(Refusal? Refusal, Envelope Envelope)
{
    /// <summary>Clocks of agencies differ; a few minutes ahead is no lie.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>What is asked of every command before any state is read.</summary>
    /// <param name="command">Type name of the command, such as <c>AcceptHandoff</c>.</param>
    public static Admission Of(string command, Envelope envelope)
    {
        var by = envelope.By;
        var bases = envelope.LegalBasis.Select(LegalBases.Normal).Distinct(StringComparer.Ordinal).ToArray();
        if (Units.Missing(by.Agency, by.Unit) is { } unknown)
            return new(unknown, envelope);
        if (AuthorityMatrix.Find(command, Agencies.Find(by.Agency)!.Kind, envelope.Day) is not { } row)
            return new(AuthorityRefusals.NotAllowed, envelope);
        if (!row.IsFor(by.Role))
            return new(AuthorityRefusals.HeadOnly, envelope);
        var refusal = BasisProblem(row, bases, envelope.Day) ?? EnvelopeProblem(envelope);
        return new(refusal, envelope with
        {
            LegalBasis = bases is [] ? DefaultBasis(row, envelope.Day) : bases,
            Place = envelope.Place ?? Units.Find(by.Agency, by.Unit)!.Place,
        });
    }

    private static string[] DefaultBasis(AuthorityRow row, DateOnly day) =>
        [.. row.Bases.Where(basis => LegalBases.Find(basis)!.InForceOn(day)).Take(1)];

    /// <summary>
    /// Every basis named must exist and be in force, and one of them must be of the row: further ones may be cited beside it.
    /// </summary>
    private static Refusal? BasisProblem(AuthorityRow row, string[] bases, DateOnly day)
    {
        if (bases.Any(basis => LegalBases.Find(basis) is null))
            return AuthorityRefusals.UnknownLegalBasis with { Details = ["legalBasis"] };
        string[] outside = [.. bases.Where(basis => !LegalBases.Find(basis)!.InForceOn(day))];
        if (outside is not [])
            return AuthorityRefusals.LegalBasisNotInForce with { Details = outside };
        var carrying = row.Bases.Select(LegalBases.InstrumentOf).ToHashSet(StringComparer.Ordinal);
        return bases is [] || bases.Any(basis => carrying.Contains(LegalBases.InstrumentOf(basis))) ? null : AuthorityRefusals.LegalBasisDoesNotCarry;
    }

    private static Refusal? EnvelopeProblem(Envelope envelope)
    {
        if (envelope.OccurredAt > envelope.RecordedAt + ClockSkew)
            return AuthorityRefusals.InFuture;
        if (envelope.Marking.Level > envelope.By.Clearance)
            return AuthorityRefusals.AboveClearance;
        if (envelope.Place is { } place && Places.Missing(place) is { } unknown)
            return unknown;
        if (Input.Places("caveats", envelope.Marking.Caveats, Caveat.IsUnknown) is { Length: > 0 } caveats)
            return AuthorityRefusals.UnknownCaveat with { Details = caveats };
        if (envelope.Marking.Level == Level.SR && !envelope.Marking.Audience.All(group => IsOwn(group, envelope.By)))
            return AuthorityRefusals.ReleaseNeedsTwo;
        var groups = Input.Places("audience", envelope.Marking.Audience, group => !IsGroup(group));
        return groups is [] ? null : AuthorityRefusals.UnknownAudience with { Details = groups };
    }

    // The product itself marks what it derives; nobody could be asked to agree.
    private static bool IsOwn(string group, Officer by) =>
        by.Agency == Officer.System.Agency || group == Audiences.Agency(by.Agency) || group == Audiences.Person(by.Id)
        || group.StartsWith(Audiences.Unit(by.Agency, ""), StringComparison.Ordinal);

    private static bool IsGroup(string group) => group.Split(':', 2) switch
    {
        [Audiences.Everyone] or [Audiences.CaseMembers] => true,
        ["agency", var agency] => Agencies.Missing(agency) is null,
        ["unit", var unit] => unit.Split('/', 2) is [var agency, var code] && Units.Missing(agency, code) is null,
        ["officer", { Length: > 0 }] => true,
        ["taskforce", var code] => Audiences.IsTaskForceCode(code),
        _ => false,
    };
}
