using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>Claims that have to be there before the demand, and sums that are not paid (UU 21/2007 Ps 48-50).</summary>
internal static class RestitutionClocks
{
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    public static IEnumerable<Deadline> Of(Matter matter) => [.. matter.Victims.SelectMany(victim => Claim(matter, victim)), .. matter.Restitutions.SelectMany(one => Payment(matter, one))];

    private static IEnumerable<Deadline> Claim(Matter matter, PersonRef victim)
    {
        if (matter is not { Stage: MatterStage.Indicted, IndictedAt: { } indicted } || matter.RestitutionOf(victim).ClaimNumber is not null)
            yield break;
        var due = matter.DemandOn is { } day ? Start(day, matter.Place) : indicted + ServiceLevels.RestitutionClaim;
        var notice = due - ServiceLevels.RestitutionClaimNotice;
        yield return Of(matter, victim, "claim/t-7", Severity.Medium, indicted, notice < indicted ? indicted : notice, ("step", "claim"), ("due", DeadlineFacts.Say(due)));
        yield return Of(matter, victim, "claim/due", Severity.High, indicted, due, ("step", "claim"), ("due", DeadlineFacts.Say(due)));
    }

    private static IEnumerable<Deadline> Payment(Matter matter, RestitutionStand stand)
    {
        if (stand.PayableSince is not { } since || stand.Paid >= stand.Ordered || MatterClocks.Length(StatutoryPeriods.RestitutionPayment, since) is not { } length)
            yield break;
        var open = (stand.Ordered - stand.Paid).ToString(CultureInfo.InvariantCulture);
        yield return Of(
            matter, stand.Victim, "unpaid", Severity.High, since, since + length, ("step", "unpaid"), ("rupiah", open), ("due", DeadlineFacts.Say(since + length)));
    }

    private static Deadline Of(
        Matter matter, PersonRef victim, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, params (string Name, string Value)[] facts)
    {
        var deadline = MatterClocks.Of(matter, AlertCodes.Restitution, $"{victim}/{step}", severity, since, due, facts);
        return deadline with { Subjects = [victim], Recipients = [.. deadline.Recipients, Audiences.Agency(Competence.WitnessProtection)] };
    }

    private static DateTimeOffset Start(DateOnly day, string? place) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), place is null ? WesternIndonesia : Places.ZoneOf(place).Offset).ToUniversalTime();
}
