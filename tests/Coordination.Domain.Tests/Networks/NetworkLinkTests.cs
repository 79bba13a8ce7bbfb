using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class NetworkLinkTests
{
    private static readonly NetworkEnd Person = new(NetworkEndKind.Person, Person: Gagak);
    private static readonly NetworkEnd Company = new(NetworkEndKind.PlacementCompany, Stream: Stream(21));
    private static readonly NetworkLinkAsserted Asserted = new(Person, Company, NetworkLinkType.FundedBy, 0.6m, Stream(22));
    private static readonly NetworkLinkConfirmed Confirmed = new(0.9m, Stream(23));
    private static readonly NetworkLinkRetracted Retracted = new("Rekening orang lain.");

    private static Story<NetworkLink, NetworkLinkEvent, NetworkLinkCommand> Nothing => Story.Of(NetworkLinkDecider.Kind);

    private static Story<NetworkLink, NetworkLinkEvent, NetworkLinkCommand> Link => Nothing.Given(Belu, Monday, Asserted);

    [Fact]
    public void An_analyst_claims_a_link() => Nothing.When(Belu, Monday, Asserted).Then(Asserted).State.Confidence.ShouldBe(0.6m);

    [Fact]
    public void A_stream_is_one_link() =>
        Link.When(Belu, Tuesday, Asserted with { Type = NetworkLinkType.WorksWith }).ThenRefused(NetworkLinkRefusals.Exists);

    [Fact]
    public void An_end_is_what_its_kind_says()
    {
        Claim(Person with { Stream = Stream(5) }).ThenRefused(NetworkLinkRefusals.EndMismatch);
        Claim(new NetworkEnd(NetworkEndKind.Person)).ThenRefused(NetworkLinkRefusals.EndMismatch);
        Claim(new NetworkEnd(NetworkEndKind.BrokerProfile, Person: Bakung)).ThenRefused(NetworkLinkRefusals.EndMismatch);
        Claim(new NetworkEnd(NetworkEndKind.Entity)).ThenRefused(NetworkLinkRefusals.EndMismatch);
        Claim(Company).ThenRefused(NetworkLinkRefusals.ToItself);
        var vessel = Asserted with { From = new NetworkEnd(NetworkEndKind.Entity, Name: "KM Fiktif") };
        Nothing.When(Belu, Monday, vessel).Then(vessel);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    public void Confidence_is_a_share(double confidence)
    {
        Nothing.When(Belu, Monday, Asserted with { Confidence = (decimal)confidence }).ThenRefused(NetworkLinkRefusals.ConfidenceOutOfRange);
        Link.When(Kepri, Tuesday, Confirmed with { Confidence = (decimal)confidence }).ThenRefused(NetworkLinkRefusals.ConfidenceOutOfRange);
    }

    [Fact]
    public void A_second_person_or_a_second_source_confirms()
    {
        Link.When(Belu, Tuesday, Confirmed).Then(Confirmed).State.Confidence.ShouldBe(0.9m);
        Link.When(Kepri, Tuesday, Confirmed with { Source = null }).Then(Confirmed with { Source = null });
        Link.When(Belu, Tuesday, Confirmed with { Source = null }).ThenRefused(NetworkLinkRefusals.SecondNeeded);
        Link.When(Belu, Tuesday, Confirmed with { Source = Asserted.Source }).ThenRefused(NetworkLinkRefusals.SecondNeeded);
        Nothing.When(Kepri, Tuesday, Confirmed).ThenRefused(NetworkLinkRefusals.Unknown);
    }

    [Fact]
    public void Its_agency_or_the_task_force_retracts_it()
    {
        Link.When(Barelang, Tuesday, Retracted).Then(Retracted);
        Link.When(Coordinator, Tuesday, Retracted).Then(Retracted);
        Link.When(Kepri, Tuesday, Retracted).ThenRefused(NetworkLinkRefusals.OtherAgency);
        Link.When(Belu, Tuesday, Retracted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Belu, Tuesday, Retracted).ThenRefused(NetworkLinkRefusals.Unknown);
        Link.Given(Belu, Tuesday, Retracted).When(Kepri, Tuesday, Confirmed).ThenRefused(NetworkLinkRefusals.Retracted);
    }

    private static Answer<NetworkLink, NetworkLinkEvent, NetworkLinkCommand> Claim(NetworkEnd from) =>
        Nothing.When(Belu, Monday, Asserted with { From = from });
}
