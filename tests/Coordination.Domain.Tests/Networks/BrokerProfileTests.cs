using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class BrokerProfileTests
{
    private static readonly BrokerProfileOpened Opened = new("Om Elang", "Menawarkan admin komputer.", [Stream(1)]);
    private static readonly AliasLinked Alias = new("Elang Batam", [Stream(2)]);
    private static readonly ContactPointLinked Phone = new(ContactPointKind.Telephone, ElangsPhone, [Stream(3)]);
    private static readonly AreaLinked Malaka = new("53.21.01", AreaRole.Recruits, [Stream(2)]);
    private static readonly BrokerProfileMerged Merged = new([Stream(11), Stream(12)], "Nomor yang sama.", [Stream(3)], Gagak);
    private static readonly BrokerProfileClosed Closed = new("Diteruskan di profil lain.", Stream(13));

    private static Story<BrokerProfile, BrokerProfileEvent, BrokerProfileCommand> Nothing => Story.Of(BrokerProfileDecider.Kind);

    private static Story<BrokerProfile, BrokerProfileEvent, BrokerProfileCommand> Profile => Nothing.Given(Belu, Monday, Opened);

    [Fact]
    public void A_broker_whom_nobody_knows_by_name_has_a_profile() => Nothing.When(Belu, Monday, Opened).Then(Opened).State.Person.ShouldBeNull();

    [Fact]
    public void A_profile_says_what_is_known_and_from_where()
    {
        Nothing.When(Belu, Monday, Opened with { Alias = "", Summary = "" }).ThenRefused(InputRefusals.Blank, "alias", "summary");
        Nothing.When(Belu, Monday, Opened with { Sources = [] }).ThenRefused(InputRefusals.Empty, "sources");
        Profile.When(Belu, Tuesday, Opened with { Alias = "Om Gagak" }).ThenRefused(BrokerProfileRefusals.Exists);
    }

    [Fact]
    public void Three_agencies_make_one_profile_and_all_of_them_read_it()
    {
        var story = Profile.When(Kepri, Tuesday, Alias).Then(Alias).When(Atambua, Tuesday, Phone).Then(Phone).When(Kepri, Tuesday, Malaka).Then(Malaka);
        story.State.Aliases.ShouldBe(["Om Elang", "Elang Batam"]);
        BrokerProfileDecider.Kind.Readers(story.State).ShouldBe([Audiences.Agency("POLRI"), Audiences.Agency("BP3MI"), Audiences.Agency("IMIGRASI")]);
    }

    [Fact]
    public void Every_link_names_its_sources()
    {
        Profile.When(Kepri, Tuesday, Alias with { Sources = [] }).ThenRefused(InputRefusals.Empty, "sources");
        Profile.When(Kepri, Tuesday, Phone with { Sources = [] }).ThenRefused(InputRefusals.Empty, "sources");
        Profile.When(Kepri, Tuesday, Malaka with { Sources = [] }).ThenRefused(InputRefusals.Empty, "sources");
        Profile.When(Kepri, Tuesday, Alias with { Alias = " " }).ThenRefused(InputRefusals.Blank, "alias");
        Profile.When(Kepri, Tuesday, Malaka with { Place = "99.99" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
    }

    [Fact]
    public void What_is_known_is_not_told_twice()
    {
        var story = Profile.Given(Kepri, Tuesday, Alias, Phone, Malaka);
        story.When(Atambua, Tuesday, Alias with { Sources = [Stream(9)] }).ThenNothing();
        story.When(Atambua, Tuesday, Phone with { Sources = [Stream(9)] }).ThenNothing();
        story.When(Atambua, Tuesday, Malaka with { Sources = [Stream(9)] }).ThenNothing();
    }

    [Fact]
    public void Profiles_that_are_one_broker_go_on_as_one()
    {
        var story = Profile.When(Belu, Tuesday, Merged).Then(Merged);
        story.State.Person.ShouldBe(Gagak);
        story.When(Belu, Tuesday, Merged with { Profiles = [Stream(12), Stream(14)] }).Then(Merged with { Profiles = [Stream(14)] });
    }

    [Fact]
    public void A_merge_names_other_profiles_of_nobody_else()
    {
        Profile.When(Belu, Tuesday, Merged with { Profiles = [] }).ThenRefused(InputRefusals.Empty, "profiles");
        Profile.When(Belu, Tuesday, Merged with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Profile.When(Belu, Tuesday, new MergeBrokerProfiles(Merged) { Self = Stream(12) }).ThenRefused(BrokerProfileRefusals.WithItself);
        Nothing.Given(Belu, Monday, Opened with { Person = Bakung }).When(Belu, Tuesday, Merged).ThenRefused(BrokerProfileRefusals.OtherPerson);
    }

    [Fact]
    public void Who_opened_it_or_the_task_force_closes_it()
    {
        Profile.When(Barelang, Tuesday, Closed).Then(Closed);
        Profile.When(Coordinator, Tuesday, Closed).Then(Closed);
        Profile.When(Kepri, Tuesday, Closed).ThenRefused(BrokerProfileRefusals.OtherAgency);
        Profile.When(Belu, Tuesday, Closed with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Profile.Given(Belu, Tuesday, Merged).When(Belu, Tuesday, Closed with { MergedInto = Stream(11) }).ThenRefused(BrokerProfileRefusals.WithItself);
        Profile.Given(Belu, Tuesday, Closed).When(Belu, Tuesday, Closed with { MergedInto = null }).ThenRefused(BrokerProfileRefusals.Closed);
    }

    [Fact]
    public void Who_comes_after_a_merge_learns_where_the_broker_went_on()
    {
        Profile.Given(Belu, Tuesday, Closed).When(Kepri, Tuesday, Alias).ThenRefused(BrokerProfileRefusals.Merged, Stream(13).ToString());
        Profile.Given(Belu, Tuesday, Closed with { MergedInto = null }).When(Kepri, Tuesday, Phone).ThenRefused(BrokerProfileRefusals.Closed);
    }

    [Fact]
    public void What_was_not_opened_is_not_there()
    {
        foreach (var fact in new BrokerProfileEvent[] { Alias, Phone, Malaka, Merged, Closed })
            Nothing.When(Belu, Monday, fact).ThenRefused(BrokerProfileRefusals.Unknown);
    }
}
