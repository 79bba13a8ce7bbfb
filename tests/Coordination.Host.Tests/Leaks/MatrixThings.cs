using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;
using Coordination.Host.Security;

namespace Coordination.Host.Tests.Leaks;

/// <summary>A thing of immigration, or of the product itself, with a word of its own in its texts.</summary>
/// <param name="Event">The event that has the word.</param>
internal sealed record MatrixThing(Guid Id, Guid Event, MatrixKind Kind, Marking Marking, string Word)
{
    public bool MayBeReadBy(Account account)
    {
        var viewer = Viewer.Of(account.Officer);
        // Running the system is no reason to read it; all other roles read what is for them.
        return account.Role != OfficerRole.Operator
            && Visibility.Of(IsMember(account) ? viewer.InCase() : viewer, Marking, Kind.Owner.Agency) == Sight.Full;
    }

    public override string ToString() =>
        $"{Kind.Name} {Marking.Level} for {string.Join(',', Marking.Audience)} {string.Join(',', Marking.Caveats)}";

    private bool IsMember(Account account) => Kind.Members.Contains(account.Agency, StringComparer.Ordinal);
}

/// <summary>One kind of things, and where one of it is found.</summary>
/// <param name="Name">Its part of an address of the API.</param>
/// <param name="Page">Its part of an address of a page.</param>
/// <param name="Owner">Who writes it.</param>
/// <param name="Facts">Its history, made with the word; the first event has it, or all.</param>
internal sealed record MatrixKind(string Name, string Page, string Stream, Officer Owner, Func<string, object[]> Facts)
{
    private static readonly Officer Immigration = new("matriks.penulis", "IMIGRASI", "KANIM-BATAM", OfficerRole.Officer, Level.SR);
    private static readonly DateTimeOffset Noon = new(2026, 2, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeskAddress Elsewhere = new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN");

    /// <summary>Agencies whose people are in the group of members.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Further ways by which who may read it finds it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Each of them shows a thing to who may read it and answers everybody else as if there were none.</summary>
    public IEnumerable<string> Doors => [$"/api/v1/{Name}/{{id:guid}}", $"/{Page}/{{Id:guid}}", .. Also];

    public static IReadOnlyList<MatrixKind> All { get; } =
    [
        new("cases", "kasus", CaseDecider.Kind.Type, Immigration, word =>
            [new CaseOpened($"Kasus {word}", MigrationPhase.Abroad, $"Isi {word}", [], [], ["POLRI"], $"2026-{word}")])
        {
            Members = ["IMIGRASI", "POLRI", "SATGAS"], Also = ["/api/v1/cases/{id}", "/api/v1/cases/{id:guid}/timeline"],
        },
        new("intelligence", "intelijen", IntelligenceDecider.Kind.Type, Immigration, word =>
            [new IntelligenceReportFiled($"Laporan {word}", $"Isi {word}", SourceGrade.B, 2)]),
        // To a unit that none of the viewers belongs to: both ends read a handoff by its nature.
        new("handoffs", "serah-terima", HandoffDecider.Kind.Type, Immigration, word =>
        [
            new HandoffProposed(
                HandoffKind.Protection, new(Guid.CreateVersion7()), SubjectRole.Witness, Elsewhere, $"Isi {word}", $"Pasal {word}"),
        ]),
        new("alerts", "peringatan", AlertDecider.Kind.Type, Officer.System, word =>
        [
            new AlertRaised(
                "A-REPEAT", "R11", 1, Severity.High, [], [], [], new Dictionary<string, string>(StringComparer.Ordinal) { ["days"] = "7" }),
            new AlertResolved(AlertOutcome.Benign, $"Sebab {word}"),
        ]),
        new("operations", "operasi", OperationDecider.Kind.Type, Immigration, word =>
        [
            new JointOperationProposed(
                $"Operasi {word}", $"Tujuan {word}", new(["21.71.06"], Noon, Noon.AddHours(6)), ["IMIGRASI"], $"Cara {word}",
                new("IMIGRASI", "KANIM-BATAM")),
        ]),
        new("victims", "korban", VictimDecider.Kind.Type, Immigration, word =>
        [
            new VictimReferred(new(Guid.CreateVersion7()), ReferralSource.Officer, $"Keadaan {word}"),
            // What was told is in no view of it; which form was used is.
            new VictimScreened(word, ["A1"], 1, IsChild: false, "id"),
        ]),
        new("watch-entries", "pantauan", WatchEntryDecider.Kind.Type, Immigration, word =>
            [new WatchEntryProposed(WatchKind.Entity, $"Sebab {word}", $"Tindakan {word}", Entity: $"Kapal {word}")]),
    ];

    /// <summary>Whether an address is of this kind.</summary>
    public bool Has(string pattern) => pattern.Split('/').Any(part => part == Name || part == Page);

    /// <summary>Each level for nobody else and for another agency; also kept to its originator, and for the members of a case.</summary>
    public IEnumerable<Marking> Markings()
    {
        foreach (var level in Enum.GetValues<Level>())
        {
            yield return Marking.Of(level);
            yield return Marking.Of(level, Audiences.Agency("POLRI"));
            if (Members is not [])
                yield return Marking.Of(level, Audiences.CaseMembers);
        }

        yield return Marking.Of(Level.R, Audiences.Agency("POLRI")) with { Caveats = [Caveat.NoOnwardSharing] };
        yield return Marking.Of(Level.T) with { Caveats = [Caveat.NoOnwardSharing] };
    }
}
