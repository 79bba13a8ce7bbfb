using System.Collections.Immutable;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Tests.Operations;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

/// <summary>
/// No path records a punitive act against a suspected victim: every order of several steps, of what agencies say of one person and what others want
/// to do against it, and of the keeper of the shield that comes whenever it comes.
/// </summary>
public sealed class VictimShieldPropertyTests
{
    private static readonly AdministrativeMeasure[] Measures = [AdministrativeMeasure.Deportation];
    private static readonly DateOnly HalfAYear = MondaysDate.AddMonths(6);

    private static readonly (Officer By, VictimEvent Fact)[] Words =
    [
        (Kepri, new VictimReferred(Gagak, ReferralSource.Officer, "Ditemukan.")),
        (Kepri, new VictimStatusDetermined(VictimStatus.Dual, "Alasan.", Person: Gagak)),
        (Kepri, new VictimStatusRevised(VictimStatus.NotVictim, "Alasan.", Person: Gagak)),
        (Batam, new VictimStatusDetermined(VictimStatus.NotVictim, "Alasan.", Person: Gagak)),
    ];

    private static readonly Act[] WatchAndAction =
    [
        new("watch", Batam, new WatchEntryProposed(WatchKind.Punitive, "Perekrut.", "Hubungi penyidik.", Gagak)),
        new("watch", Kupang, new WatchEntryApproved(HalfAYear)),
        new("watch", Kupang, new WatchEntryExtended(HalfAYear.AddMonths(2), "Masih dicari.")),
        new("action", Batam, new AdministrativeActionProposed(Gagak, Measures, "Melebihi izin.")),
        new("action", Batam, new AdministrativeActionImposed(Measures, "SK 1", Gagak)),
    ];

    private static readonly Act[] Bans =
    [
        new("exit", Batam, new UrgentExitBanRequested(Gagak, "R 1", "Perekrut.", Sha256)),
        new("exit", Batam, new ExitBanEntered("E 1")),
        new("exit", Batam, new ExitBanDecided(Gagak, "SK 2", MondaysDate, HalfAYear, "Perekrut.")),
        new("exit", Batam, new ExitBanExtended("SK 3", HalfAYear.AddMonths(3), "Perekrut.")),
        new("entry", Batam, new EntryBanRequested(Gagak, "R 2", HalfAYear, "Perekrut.")),
        new("entry", Batam, new EntryBanEntered("E 2", HalfAYear)),
        new("entry", Batam, new EntryBanExtended("SK 4", HalfAYear.AddMonths(3), "Perekrut.")),
    ];

    private static readonly Act[] Outcomes = [new("operation", Batam, Plan.Outcome(Gagak, OperationOutcome.ProJustitia))];

    /// <summary>What acts against a person is told its status; a new command of that kind stands in one of the lists, or this finds it.</summary>
    [Fact]
    public void Every_command_that_asks_for_the_status_of_a_person_is_tried_here() =>
        Catalogue.Entries.Where(entry => entry.Command.GetProperty("PersonStatus") is not null).Select(entry => entry.Command.Name)
            .Order(StringComparer.Ordinal).ShouldBe(Names([.. WatchAndAction, .. Bans, .. Outcomes]));

    [Fact]
    public void No_order_of_words_and_acts_records_a_watch_entry_or_an_action_against_a_suspected_victim() => WalkAll(WatchAndAction, 6);

    [Fact]
    public void No_order_of_words_and_acts_records_a_ban_against_a_suspected_victim() => WalkAll(Bans, 5);

    [Fact]
    public void No_order_of_words_and_acts_records_a_punitive_outcome_of_an_operation_for_a_suspected_victim() => WalkAll(Outcomes, 6);

    private static void WalkAll(Act[] acts, int steps)
    {
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        Walk(new World(), steps, acts, accepted, refused);
        // Each act was possible at some time and refused by the shield at some other: the walk has been everywhere it must.
        accepted.Order(StringComparer.Ordinal).ShouldBe(Names(acts));
        refused.Order(StringComparer.Ordinal).ShouldBe(Names(acts));
    }

    private static void Walk(World world, int left, Act[] acts, HashSet<string> accepted, HashSet<string> refused)
    {
        if (left == 0)
            return;
        foreach (var next in Words.Select(word => world.Say(word.By, word.Fact)).Append(world.Shield()).Where(next => next != world))
            Walk(next, left - 1, acts, accepted, refused);
        foreach (var act in acts)
        {
            var (after, refusal) = world.Try(act);
            if (refusal?.EndsWith(".victim_shield", StringComparison.Ordinal) is true)
                refused.Add(act.Command);
            if (after == world)
                continue;
            VictimShield.Covers(world.Victim.Strongest).ShouldBeFalse($"{act.Command} against {world.Victim.Strongest}");
            accepted.Add(act.Command);
            Walk(after, left - 1, acts, accepted, refused);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<Act> acts) => acts.Select(act => act.Command).Order(StringComparer.Ordinal);

    /// <param name="Stream">Which of the streams of the world it is about.</param>
    private sealed record Act(string Stream, Officer By, object Fact)
    {
        public StreamKind Kind => Catalogue.Kinds.Single(kind => kind.EventFamily.IsInstanceOfType(Fact));

        public string Command => Kind.CommandFor(Fact).GetType().Name;

        /// <summary>As the Host tells it; init-only members are set by reflection.</summary>
        public object Told(VictimStatus status)
        {
            var command = Kind.CommandFor(Fact);
            command.GetType().GetProperty("PersonStatus")!.SetValue(command, status);
            return command;
        }
    }

    /// <summary>One person, and what stands against it.</summary>
    private sealed record World
    {
        public Victim Victim { get; private init; } = Victim.None;

        private ImmutableDictionary<string, object> Streams { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["watch"] = WatchEntry.None, ["action"] = AdministrativeAction.None, ["exit"] = TravelBan.None, ["entry"] = TravelBan.None,
            ["operation"] = Plan.Over.State,
        }.ToImmutableDictionary(StringComparer.Ordinal);

        public World Say(Officer by, VictimEvent fact)
        {
            var envelope = By(by, Monday);
            var decision = VictimDecider.Decide(Victim, VictimDecider.CommandFor(fact), envelope);
            return this with { Victim = decision.Events.Aggregate(Victim, (victim, happened) => Victim.Evolve(victim, happened, envelope)) };
        }

        public (World After, string? Refusal) Try(Act act) => Do(act.Stream, act.Kind, act.Told(Victim.Strongest), By(act.By, Monday));

        /// <summary>What the keeper of the shield does, with the deciders that it asks.</summary>
        public World Shield()
        {
            if (!VictimShield.Covers(Victim.Strongest))
                return this;
            var envelope = By(Officer.System, Monday);
            var shielded = Do("watch", WatchEntryDecider.Kind, new RemovePunitiveWatch(new(Gagak, VictimStatus.Suspected)), envelope).After
                .Do("action", AdministrativeActionDecider.Kind, new SuspendAdministrativeAction(new(SuspensionReason.VictimShield)), envelope).After
                .Do("exit", TravelBanDecider.Kind, new SuspendTravelBan(new(Gagak, VictimStatus.Suspected)), envelope).After
                .Do("entry", TravelBanDecider.Kind, new SuspendTravelBan(new(Gagak, VictimStatus.Suspected)), envelope).After
                .Do("operation", OperationDecider.Kind, new WithdrawPunitiveOutcome(new(Gagak)), envelope).After;
            ((JointOperation)shielded.Streams["operation"]).Punished.ShouldBeEmpty();
            ((TravelBan)shielded.Streams["exit"]).IsInForceOn(MondaysDate).ShouldBeFalse();
            ((TravelBan)shielded.Streams["entry"]).IsInForceOn(MondaysDate).ShouldBeFalse();
            ((WatchEntry)shielded.Streams["watch"]).IsActiveOn(MondaysDate).ShouldBeFalse();
            ((AdministrativeAction)shielded.Streams["action"]).Stands.ShouldBeFalse();
            return shielded;
        }

        private (World After, string? Refusal) Do(string stream, StreamKind kind, object command, Envelope envelope)
        {
            var decision = kind.Decide(Streams[stream], command, envelope);
            var after = decision.Events.Aggregate(Streams[stream], (state, happened) => kind.Evolve(state, happened, envelope));
            return (decision.Events.Count == 0 ? this : this with { Streams = Streams.SetItem(stream, after) }, decision.Refusal?.Code);
        }
    }
}
