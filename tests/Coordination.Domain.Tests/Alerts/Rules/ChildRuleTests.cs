using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

/// <summary>A-CHILD: a minor in any event of risk, in whichever member the event says so.</summary>
public sealed class ChildRuleTests
{
    private static readonly PersonEncountered Met = new(Teratai, "ID", PersonSex.Female, AgeBand.From18To24);

    private static readonly TravellerReferredToSecondary Referred = new(Teratai, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "MY", Age: 18);

    private static readonly TravellerHandedToProtection Handed = new(Teratai, new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN"), "BAST/011", "Indikasi korban.");

    private static readonly FacilitatorHandedToPolice Taken =
        new(Teratai, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"), "BAST/014", "Menunggu di luar.", "UU 21/2007 Ps 4", []);

    private static readonly HandoffDispatched Sent = new("W.32/015", [new("B-01", "Paspor", EvidenceKind.Document, "Inteldakim", Owner: Teratai)]);

    private static Seen Log => new(new ChildRule());

    public static TheoryData<object> OfChildren =>
    [
        Met with { IsChild = true },
        Met with { Age = AgeBand.Under18 },
        Referred with { Age = 15 },
        new VictimIdentifiedInField(Teratai, [VictimSign.Minor]),
        new VictimIndicatorScreened([VictimIndicator.MinorWithoutGuardian], false, ScreeningResult.Indication, Traveller: Teratai),
        new ShelterAdmitted(Teratai, ShelterKind.Rptc, "RPTC", true, IsChild: true),
        Handed with { IsChild = true },
        Handed with { Person = new(Age: 17) },
        Taken with { Person = new(Age: 17) },
        Sent with { Person = new(Age: 17) },
    ];

    public static TheoryData<object> OfOthers =>
    [
        Met, Met with { Age = AgeBand.Unknown }, Referred, Referred with { Age = null }, new VictimIdentifiedInField(Teratai, [VictimSign.Violence]),
        Handed, Handed with { Person = new(Age: 18) }, Taken, Taken with { Person = new() }, Sent with { Person = new(Age: 18) },
    ];

    [Theory]
    [MemberData(nameof(OfChildren))]
    public void A_child_is_one_critical_finding_whichever_member_says_so(object happened)
    {
        var log = Log.And(happened, 0, 1);
        var finding = log.Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Critical);
        finding.Evidence.ShouldHaveSingleItem().Person.ShouldBe(Teratai);
        log.And(Met with { IsChild = true }, 1, 2).Findings.ShouldHaveSingleItem("the same child again");
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void Whoever_is_of_age_or_of_an_unknown_one_is_none(object happened) => Log.And(happened, 0, 1).Findings.ShouldBeEmpty();

    [Fact]
    public void A_report_of_the_public_names_no_child_but_is_one_finding() =>
        Log.And(new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "Ringkasan", Signs: [TipSign.ChildConcerned]), 0, 1).Findings.ShouldHaveSingleItem();

    /// <summary>A module that asks for a child in a new event says so to this rule, or this finds it.</summary>
    [Fact]
    public void Every_event_that_asks_whether_somebody_is_a_child_is_looked_at() =>
        EventNames.All.Select(name => name.Value).Where(type => type.GetProperty("IsChild") is not null)
            .ShouldBeSubsetOf(new ChildRule().LooksAt);

    [Fact]
    public void Every_event_that_describes_a_person_handed_over_is_looked_at() =>
        EventNames.All.Select(name => name.Value).Where(type => type.GetProperty("Person")?.PropertyType == typeof(HandedPerson))
            .ShouldBeSubsetOf(new ChildRule().LooksAt);
}
