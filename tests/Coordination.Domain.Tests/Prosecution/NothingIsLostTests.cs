using System.Globalization;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Prosecution;

/// <summary>
/// Whatever is asked in whatever order: what was once on a manifest or among the evidence of a matter stays there, through return, supplement,
/// reclassification and change of hands. Steps are drawn by chance from a fixed seed; a refused one changes nothing.
/// </summary>
public sealed class NothingIsLostTests
{
    private const int Steps = 60;

    private static readonly Officer[] Officers = [Batam, Atambua, Barelang, Belu, Kejari, KejariBelu, CourtBatam, Lpsk, Coordinator];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_item_leaves_a_manifest(int seed)
    {
        var taken = Walk(HandoffDecider.Kind, seed, HandoffFact, state => [.. state.Manifest.Select(item => item.Item)]);
        taken.ShouldBeGreaterThan(1, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_item_leaves_a_matter(int seed)
    {
        var taken = Walk(ProsecutionDecider.Kind, seed, MatterFact, state => [.. state.Evidence.Select(item => item.ToString())]);
        taken.ShouldBeGreaterThan(1, $"seed {seed}");
    }

    [Fact]
    public void Among_the_walks_are_some_that_come_to_the_end()
    {
        var ends = Enumerable.Range(1, 60).Select(seed => End(ProsecutionDecider.Kind, seed, MatterFact).Stage).ToHashSet();
        ends.ShouldContain(MatterStage.Returned);
        ends.Count.ShouldBeGreaterThan(2);
    }

    private static int Walk<TState, TEvent, TCommand>(
        StreamKind<TState, TEvent, TCommand> kind, int seed, Func<Random, TEvent> next, Func<TState, HashSet<string>> items)
        where TState : class
        where TEvent : class
        where TCommand : class
    {
        var (before, taken) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var state in States(kind, seed, next))
        {
            var now = items(state);
            before.Except(now, StringComparer.Ordinal).ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {taken}"));
            (before, taken) = (now, taken + 1);
        }

        return taken;
    }

    private static TState End<TState, TEvent, TCommand>(StreamKind<TState, TEvent, TCommand> kind, int seed, Func<Random, TEvent> next)
        where TState : class
        where TEvent : class
        where TCommand : class => States(kind, seed, next).Last();

    private static IEnumerable<TState> States<TState, TEvent, TCommand>(StreamKind<TState, TEvent, TCommand> kind, int seed, Func<Random, TEvent> next)
        where TState : class
        where TEvent : class
        where TCommand : class
    {
        var (random, state) = (new Random(seed), (TState)kind.Initial);
        for (var step = 0; step < Steps * 10; step++)
        {
            var envelope = By(Officers[random.Next(Officers.Length)], Monday.AddHours(step));
            foreach (var happened in kind.Decide(state, kind.CommandFor(next(random)), envelope) is { Refusal: null } decision ? decision.Events : [])
                yield return state = (TState)kind.Evolve(state, happened, envelope);
        }
    }

    private static HandoffEvent HandoffFact(Random random) => random.Next(9) switch
    {
        0 => new HandoffProposed(HandoffKind.Investigation, Gagak, SubjectRole.Suspect, PoliceDesk, "Menampung."),
        1 => new FacilitatorHandedToPolice(Gagak, PoliceDesk, "BAST/1", "Menunggu.", "UU 21/2007 Ps 4", [Item(random), Item(random)]),
        2 => new HandoffDispatched("W/1", [Item(random)], "BAST/1"),
        3 => new HandoffReceived(),
        4 => new HandoffReturned([new("Salinan telepon")], "Belum lengkap."),
        5 or 6 => new HandoffSupplemented([Item(random)], "Dilengkapi."),
        7 => new HandoffAccepted(DespiteOpenItems: ["B-1"]),
        _ => random.Next(8) == 0 ? new HandoffDeclined("Bukan wewenang.") : new HandoffReceived(),
    };

    private static EvidenceItem Item(Random random) =>
        new($"B-{random.Next(1, 6)}", "Barang", EvidenceKind.Thing, "Gudang", Pending: random.Next(2) == 0);

    private static ProsecutionEvent MatterFact(Random random) => random.Next(17) switch
    {
        0 => new PoliceReportRegistered("LP/1", ["UU-21-2007:4"], [Gagak], [Teratai]),
        1 => new InvestigationStarted("SPRIN/1", ["UU-21-2007:4"], Evidence: [Piece(random)]),
        2 => new InvestigationStarted($"SPRIN/{random.Next(2, 5)}", ["UU-1-2023:457"], Evidence: [Piece(random), Piece(random)]),
        3 => new ExploitationIndicated([], [], [TraffickingPurpose.ForcedLabour], Evidence: [Piece(random)]),
        4 => new CoordinationHeld($"BA/{random.Next(9)}", ["IMIGRASI", "POLRI"], "Bersama.", random.Next(2) == 0 ? MatterRoute.Police : MatterRoute.Immigration),
        5 => new OffenceReclassified(Offence.Smuggling, Offence.Trafficking, "POLRI", "Ada eksploitasi."),
        6 => new OffenceReclassified(Offence.Trafficking, Offence.Smuggling, "IMIGRASI", "Tanpa eksploitasi.", Articles: ["UU-1-2023:457"]),
        7 or 8 => new ProsecutorNotified("SPDP/1", "KEJARI-BATAM", [NoticeRecipient.Prosecutor], MondaysDate),
        9 => new CaseFileSubmitted($"BP/{random.Next(9)}", Evidence: [Piece(random)]),
        10 => new CaseFileReturned(FileReturn.P19, $"P19/{random.Next(9)}", ["Lengkapi."]),
        11 => new CaseFileResubmitted($"BP/{random.Next(9)}", Evidence: [Piece(random)]),
        12 => random.Next(6) == 0 ? new CaseFileDeclaredComplete("P21/1") : new CaseFileReturned(FileReturn.P18, $"P18/{random.Next(9)}", []),
        13 => new SuspectAndEvidenceTransferred("BAST/1", [Gagak], [.. Enumerable.Range(1, 5).Select(Stream)]),
        14 => new SuspectAndEvidenceTransferred("BAST/1", [Gagak], [Piece(random)]),
        15 => new IndictmentFiled("PDM/1", "PN-BATAM", ["UU-21-2007:4"]),
        _ => new VerdictRendered("1/2026", VerdictOutcome.Acquitted, []),
    };

    private static Guid Piece(Random random) => Stream(random.Next(1, 6));
}
