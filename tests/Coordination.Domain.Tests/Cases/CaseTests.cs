using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Cases;

public sealed class CaseTests
{
    private static readonly CaseSubject Victim = new(Teratai, CaseRole.SuspectedVictim, VictimStatus.Suspected);

    private static readonly CaseOpened Opened = new(
        "Malaka-Batam-Kamboja", MigrationPhase.BeforeDeparture, "Perekrutan.", [new(Stream(1), "departure_screening")], [Victim], ["POLRI"], "2026-0001");

    private static readonly CaseOpened InTheLog = Opened with { Members = ["IMIGRASI", "POLRI", "SATGAS"] };

    private static readonly CaseIndicatorsAssessed Assessed =
        new([TraffickingAct.Recruitment], [TraffickingMeans.Deception], [TraffickingPurpose.ForcedLabour], IsChild: false);

    private static Story<CaseFile, CaseEvent, CaseCommand> Nothing => Story.Of(CaseDecider.Kind);

    private static Story<CaseFile, CaseEvent, CaseCommand> Joint => Nothing.Given(Batam, Monday, InTheLog);

    [Fact]
    public void Opener_and_task_force_are_members_of_every_case() => Nothing.When(Batam, Monday, Opened).Then(InTheLog);

    [Fact]
    public void The_same_subject_or_source_counts_once() =>
        Nothing.When(Batam, Monday, Opened with { Sources = [.. Opened.Sources, .. Opened.Sources], Subjects = [Victim, Victim] })
            .Then(InTheLog);

    [Fact]
    public void A_case_has_title_summary_and_number()
    {
        Nothing.When(Batam, Monday, Opened with { Title = "", Summary = "" }).ThenRefused(InputRefusals.Blank, "title", "summary");
        Nothing.When(Batam, Monday, Opened with { Number = "" }).ThenRefused(CaseRefusals.NumberMissing);
    }

    [Fact]
    public void Members_are_agencies() =>
        Nothing.When(Batam, Monday, Opened with { Members = ["KPU"] }).ThenRefused(ReferenceRefusals.UnknownAgency, "agency");

    [Fact]
    public void A_case_is_opened_once()
    {
        Joint.When(Batam, Tuesday, Opened with { Number = "2026-0002" }).ThenNothing();
        Joint.When(Batam, Tuesday, Opened with { Title = "Lain" }).ThenRefused(CaseRefusals.Exists);
        Joint.When(Barelang, Tuesday, Opened).ThenRefused(CaseRefusals.Exists);
    }

    [Fact]
    public void What_a_case_takes_in_is_told_to_all_of_its_members()
    {
        CaseCommand source = new LinkCaseSource(new(new CaseSource(Stream(7), "tip")));
        CaseCommand subject = new AddCaseSubject(new(new CaseSubject(Bakung, CaseRole.SuspectedVictim, VictimStatus.Suspected)));
        var told = By(Batam, Tuesday);
        foreach (var command in new[] { source, subject })
        {
            Joint.When(told with { Marking = Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI") }, command).ThenRefused(CaseRefusals.LinkHidden);
            Joint.When(told with { Marking = Marking.Default with { Within = [["agency:POLRI"]] } }, command).ThenRefused(CaseRefusals.LinkHidden);
            Joint.When(told with { Marking = Marking.Of(Level.R, Audiences.CaseMembers) }, command).ThenSomething();
            Joint.When(told with { Marking = Marking.Of(Level.T, Audiences.Everyone) }, command).ThenSomething();
        }
    }

    [Fact]
    public void For_who_is_no_member_the_case_does_not_exist()
    {
        Joint.When(Kepri, Tuesday, Assessed).ThenRefused(CaseRefusals.NotMember);
        CaseRefusals.NotMember.Kind.ShouldBe(RefusalKind.NotFound);
        Nothing.When(Batam, Tuesday, Assessed).ThenRefused(CaseRefusals.Unknown);
    }

    [Fact]
    public void A_member_links_a_source()
    {
        var link = new CaseSourceLinked(new(Stream(2), "handoff"), "Subjek yang sama.");
        Joint.When(Barelang, Tuesday, link).Then(link);
        Joint.When(Barelang, Tuesday, link with { Source = new(Stream(2), "") }).ThenRefused(InputRefusals.Blank, "kind");
    }

    [Fact]
    public void A_member_adds_a_subject_and_changes_its_status()
    {
        var suspect = new CaseSubjectAdded(new(Gagak, CaseRole.Suspect));
        var dual = new CaseSubjectAdded(new(Gagak, CaseRole.Suspect, VictimStatus.Dual));
        Joint.When(Barelang, Tuesday, suspect).Then(suspect).When(Barelang, Tuesday, dual).Then(dual)
            .State.Subjects[Gagak].Status.ShouldBe(VictimStatus.Dual);
    }

    [Fact]
    public void What_was_linked_secretly_is_linked_anew_by_who_says_so_at_a_lower_level()
    {
        CaseCommand source = new LinkCaseSource(new(new CaseSource(Stream(7), "tip")));
        CaseCommand subject = new AddCaseSubject(new(new CaseSubject(Bakung, CaseRole.SuspectedVictim, VictimStatus.Suspected)));
        foreach (var command in new[] { source, subject })
        {
            var (file, secret, open) = (Case(InTheLog), At(Level.R), At(Level.T));
            foreach (var (told, news) in new[] { (secret, 1), (secret, 0), (open, 1), (open, 0), (secret, 0) })
            {
                var decision = CaseDecider.Decide(file, command, told);
                decision.Refusal.ShouldBeNull();
                decision.Events.Count.ShouldBe(news, $"{command.GetType().Name} at {told.Marking.Level}");
                file = decision.Events.Aggregate(file, (state, happened) => CaseFile.Evolve(state, happened, told));
            }
        }

        static Envelope At(Level level) => By(Batam, Tuesday) with { Marking = Marking.Of(level, Audiences.CaseMembers) };
        static CaseFile Case(CaseOpened opened) => CaseFile.Evolve(CaseFile.None, opened, By(Batam, Monday));
    }

    [Fact]
    public void A_subject_that_is_there_is_not_added_again() => Joint.When(Barelang, Tuesday, new CaseSubjectAdded(Victim)).ThenNothing();

    [Fact]
    public void Elements_are_assessed_in_any_order() =>
        Joint.When(Batam, Tuesday, Assessed with { Acts = [TraffickingAct.Transport, TraffickingAct.Recruitment, TraffickingAct.Transport] })
            .Then(Assessed with { Acts = [TraffickingAct.Recruitment, TraffickingAct.Transport] });

    [Fact]
    public void An_assessment_names_something() =>
        Joint.When(Batam, Tuesday, new CaseIndicatorsAssessed([], [], [], IsChild: true)).ThenRefused(CaseRefusals.IndicatorsEmpty);

    [Theory]
    [InlineData(1, 1, 1, false, true)]
    [InlineData(1, 0, 1, false, false)]
    [InlineData(1, 0, 1, true, true)] // a child: no means is needed
    [InlineData(0, 1, 1, true, false)]
    [InlineData(1, 1, 0, true, false)]
    public void Prima_facie_is_act_and_purpose_and_means_but_for_a_child(int acts, int means, int purposes, bool isChild, bool primaFacie) =>
        new CaseIndicatorsAssessed(
            [.. Assessed.Acts.Take(acts)], [.. Assessed.Means.Take(means)], [.. Assessed.Purposes.Take(purposes)], isChild)
            .IsPrimaFacie.ShouldBe(primaFacie);

    [Fact]
    public void A_member_brings_in_another_agency()
    {
        var added = new CaseMemberAdded("BP3MI", "Menyiapkan penampungan.");
        var story = Joint.When(Barelang, Tuesday, added).Then(added);
        story.When(Kepri, Tuesday, Assessed).Then(Assessed);
        Joint.When(Barelang, Tuesday, added with { Agency = "KPU" }).ThenRefused(ReferenceRefusals.UnknownAgency);
        Joint.When(Barelang, Tuesday, added with { Reason = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Fact]
    public void The_opener_removes_a_member_for_whom_the_case_is_then_gone()
    {
        var removed = new CaseMemberRemoved("POLRI", "Perkara dilimpahkan.");
        Joint.When(Barelang, Tuesday, removed).ThenRefused(CaseRefusals.NotOpener);
        Joint.When(Kepri, Tuesday, removed).ThenRefused(CaseRefusals.NotMember);
        Joint.When(Batam, Tuesday, removed).Then(removed).When(Barelang, Tuesday, Assessed).ThenRefused(CaseRefusals.NotMember);
        Joint.When(Coordinator, Tuesday, removed).Then(removed);
        Joint.When(Batam, Tuesday, removed with { Reason = "" }).ThenRefused(InputRefusals.Blank);
        foreach (var agency in new[] { "IMIGRASI", "SATGAS" })
            Joint.When(Batam, Tuesday, removed with { Agency = agency }).ThenRefused(CaseRefusals.MemberStays);
    }
}
