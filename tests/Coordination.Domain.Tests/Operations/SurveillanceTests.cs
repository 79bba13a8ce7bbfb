using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Operations;

public sealed class SurveillanceTests
{
    private static readonly SurveillanceDeclared Declared =
        new(new(["21.71.06"], Monday, Tuesday, [Gagak], [ElangsPhone], ["BP 1234 XX"]), new("POLRI", "POLRESTA-BARELANG"));

    private static Story<Surveillance, SurveillanceEvent, SurveillanceCommand> Nothing => Story.Of(SurveillanceDecider.Kind);

    private static Story<Surveillance, SurveillanceEvent, SurveillanceCommand> Watching => Nothing.Given(Barelang, Monday, Declared);

    [Fact]
    public void A_surveillance_is_declared()
    {
        Nothing.When(Barelang, Monday, Declared).Then(Declared);
        Nothing.When(Barelang, Monday, Declared with { Target = Declared.Target with { Places = [] } }).ThenRefused(InputRefusals.Empty, "target.places");
        Nothing.When(Barelang, Monday, Declared with { Contact = new("IMIGRASI", "KANIM-BATAM") }).ThenRefused(SurveillanceRefusals.ContactElsewhere);
        Nothing.When(Barelang, Monday, Declared with { Contact = new("POLRI", "X") }).ThenRefused(ReferenceRefusals.UnknownUnit, "unit");
        Watching.When(Barelang, Monday, Declared with { Contact = new("POLRI", "POLRES-BELU") }).ThenRefused(SurveillanceRefusals.Exists);
        Watching.When(Batam, Monday, Declared).ThenRefused(SurveillanceRefusals.NotOwner);
    }

    [Fact]
    public void Its_owner_ends_it_and_says_what_is_free_again()
    {
        Watching.When(Barelang, Tuesday, new SurveillanceEnded()).Then(new SurveillanceEnded(Target: Declared.Target));
        Watching.When(Batam, Tuesday, new SurveillanceEnded()).ThenRefused(SurveillanceRefusals.NotOwner);
        Nothing.When(Barelang, Tuesday, new SurveillanceEnded()).ThenRefused(SurveillanceRefusals.Unknown);
    }

    [Fact]
    public void Nobody_else_reads_it_whatever_audience_it_is_sent_with() =>
        SurveillanceDecider.Kind.Addressed(By(Barelang, Monday, Marking.Of(Level.T, Audiences.Everyone)), Watching.State)
            .Marking.Audience.ShouldBe(["agency:POLRI"]);
}
