using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Sharing;
using Coordination.Domain.Victims;
using Coordination.EventStore;

namespace Coordination.Host.Tests.Leaks;

/// <summary>A made-up log: random cases, reports, handoffs and alerts, marked at random by random agencies, with a canary in every text.</summary>
internal sealed class LeakStory(Random random, EventLog log, Oracle oracle)
{
    public static readonly (string Agency, string Unit)[] Units =
    [
        ("IMIGRASI", "KANIM-BATAM"), ("IMIGRASI", "KANIM-KUPANG"), ("POLRI", "POLRESTA-BARELANG"), ("POLRI", "POLDA-NTT"),
        ("BP3MI", "BP3MI-KEPRI"), ("PEMDA-KAB", "PEMDA-MALAKA"), ("SATGAS", "SEKRETARIAT"),
    ];

    /// <summary>A joint team, of which every third viewer is one.</summary>
    public const string TaskForce = "TIM-UJI";

    private static readonly DateTimeOffset Start = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);
    private int _told;

    public List<Guid> Cases { get; } = [];

    public List<Guid> Handoffs { get; } = [];

    public List<Guid> Reports { get; } = [];

    public List<Guid> Alerts { get; } = [];

    /// <summary>Watch entries, for all things that are read as snapshots.</summary>
    public List<Guid> Entries { get; } = [];

    public List<Guid> Operations { get; } = [];

    public List<Guid> Victims { get; } = [];

    public List<PersonRef> Persons { get; } = [];

    /// <summary>Looks of before a thing was taken back: who must answer for it.</summary>
    public List<(string Officer, string Agency, string Unit, string Target, long UpTo)> Looks { get; } = [];

    /// <summary>Every event that was told.</summary>
    public IReadOnlyList<Guid> Events => [.. _events.Select(one => one.Id)];

    public long Last { get; private set; }

    /// <summary>Something was told of it, so the rule knows who may read it.</summary>
    public bool Knows(Guid stream) => _levels.ContainsKey(stream);

    /// <summary>Login of the viewer of a unit with a clearance.</summary>
    public static string Login(string unit, Level clearance) => $"uji.{unit}.{clearance}".ToLowerInvariant();

    public async Task Form(IEnumerable<(string Officer, string Agency)> team)
    {
        var stream = Domain.Members.TaskForce.StreamOf(TaskForce);
        await Append(stream, Domain.Kernel.Officer.System, All, _ => new TaskForceFormed(
            TaskForce, "Tim Uji", "21.71", [.. Units.Select(unit => unit.Agency).Distinct(StringComparer.Ordinal)]), "task_force");
        foreach (var (officer, agency) in team)
            await Append(stream, Domain.Kernel.Officer.System, All, _ => new TaskForceOfficerAdded(officer, agency));
    }

    public async Task Tell(int cases)
    {
        for (var i = 0; i < cases; i++)
        {
            var id = await Case();
            await Report(random.Next(2) == 0 ? id : null);
            await Handoff(random.Next(2) == 0 ? id : null);
            await Alert(random.Next(2) == 0 ? id : null);
            await Entry(random.Next(2) == 0 ? id : null);
            await Operation();
            await Victim();
        }
    }

    private async Task<Guid> Case()
    {
        var (id, by, marking) = (Guid.CreateVersion7(), Officer(), Marking());
        string[] members = [.. Units.Select(unit => unit.Agency).Distinct(StringComparer.Ordinal).Where(_ => random.Next(3) == 0)];
        oracle.Opened(id, marking, by.Agency, members);
        await Append(id, by, marking, word => new CaseOpened(
            $"Kasus {word}", MigrationPhase.BeforeDeparture, $"Ringkasan {word}", [], [], members, $"2026-{word}"), "case");
        var joining = Units[random.Next(Units.Length)].Agency;
        await Append(id, by, Marking(), word => new CaseMemberAdded(joining, $"Alasan {word}"));
        oracle.Joined(id, joining);
        await Append(id, Officer(), Marking(), word => new CaseIndicatorsAssessed([], [], [], true, $"Catatan {word}"));
        var subject = Person();
        await Append(id, Officer(), Marking(), word => new CaseSubjectAdded(new(subject, CaseRole.Suspect), $"Alasan {word}"), person: subject);
        Cases.Add(id);
        return id;
    }

    private async Task Report(Guid? held)
    {
        var (id, by) = (Guid.CreateVersion7(), Officer());
        await Append(id, by, Marking(), word => new IntelligenceReportFiled(
            $"Laporan {word}", $"Isi {word}", SourceGrade.B, 2, Case: held is { } file ? new CaseId(file) : null), "intelligence_report");
        if (held is { } one)
            oracle.Holds(one, id);
        if (random.Next(2) == 0)
        {
            var recipient = Recipient();
            oracle.Added(id, recipient.ToAudience());
            await Append(id, by, Marking(), word => new IntelligenceShared([recipient], $"Alasan {word}"));
        }

        await Append(id, by, Marking(), word => new IntelligenceGraded(SourceGrade.C, 3, $"Alasan {word}"));
        Reports.Add(id);
    }

    private async Task Handoff(Guid? held)
    {
        var (id, by, to) = (Guid.CreateVersion7(), Officer(), Units[random.Next(Units.Length)]);
        // Both ends read what is handed over, by the nature of a handoff.
        Marking Ends() => Marking() is var m
            ? m with { Audience = [.. m.Audience, Audiences.Unit(by.Agency, by.Unit), Audiences.Unit(to.Agency, to.Unit)] } : m;
        var subject = Person();
        await Append(id, by, Ends(), word => new HandoffProposed(
            HandoffKind.Police, subject, SubjectRole.Suspect, new(to.Agency, to.Unit, "PPA-PPO"), $"Isi {word}",
            $"Pasal {word}", Case: held is { } file ? new CaseId(file) : null), "handoff", subject);
        if (held is { } one)
            oracle.Holds(one, id);
        await Append(id, by, Ends(), word => new HandoffDispatched("S-1", [new("B-01", $"Barang {word}", EvidenceKind.Document, "Gudang")]));
        var receiver = new Officer("penerima", to.Agency, to.Unit, OfficerRole.Officer, Level.SR);
        await Append(id, receiver, Ends(), word => new HandoffReceived($"Catatan {word}"));
        await Append(id, receiver, Ends(), word => new HandoffReturned([new($"Kurang {word}")], $"Alasan {word}"));
        await Sharing(id, "handoff", by);
        Handoffs.Add(id);
    }

    private async Task Entry(Guid? held)
    {
        var (id, by) = (Guid.CreateVersion7(), Officer());
        await Append(id, by, Marking(), word => new WatchEntryProposed(
            WatchKind.Entity, $"Sebab {word}", $"Tindakan {word}", Entity: $"Kapal {word}", Case: held is { } file ? new CaseId(file) : null), "watch_entry");
        if (held is { } one)
            oracle.Holds(one, id);
        if (random.Next(3) > 0)
            await Append(id, Officer(), Marking(), word => new WatchEntryApproved(new(2026, 12, 31), $"Catatan {word}"));
        await Sharing(id, "watch_entry", by);
        Entries.Add(id);
    }

    private async Task Operation()
    {
        var (id, by) = (Guid.CreateVersion7(), Officer());
        await Append(id, by, Marking(), word => new JointOperationProposed(
            $"Operasi {word}", $"Tujuan {word}", new(["21.71.06"], Start, Start.AddHours(6)), [by.Agency], $"Cara {word}",
            new(by.Agency, by.Unit)), "joint_operation");
        Operations.Add(id);
    }

    private async Task Victim()
    {
        var (id, subject) = (Guid.CreateVersion7(), Person());
        await Append(id, Officer(), Marking(), word => new VictimReferred(subject, ReferralSource.Officer, $"Keadaan {word}"), VictimDecider.Kind.Type, subject);
        Victims.Add(id);
    }

    private PersonRef Person()
    {
        var person = new PersonRef(Guid.CreateVersion7());
        Persons.Add(person);
        return person;
    }

    /// <summary>More may read a whole thing, or fewer. What was said about that is for its owner.</summary>
    private async Task Sharing(Guid thing, string kind, Officer owner)
    {
        var (stream, shared) = (SharingDecider.StreamOf(thing), new SharedThing(thing, kind, owner.Agency));
        var own = new Marking(Level.B, [Audiences.Agency(owner.Agency)], []);
        string? type = "sharing";
        if (random.Next(3) == 0)
        {
            var to = Recipient();
            oracle.Added(thing, to.ToAudience());
            await Append(stream, owner, own, word => new SharingWidened(shared, [to], $"Alasan {word}"), type);
            type = null;
        }

        if (random.Next(4) == 0)
        {
            var narrowed = new SharingNarrowed(shared, random.Next(2) == 0 ? [] : [Recipient()], "Cukup.", 1);
            oracle.Narrowed(thing, ThingSharing.KeptBy(narrowed));
            var (agency, unit) = Units[random.Next(Units.Length)];
            Looks.Add((Login(unit, (Level)random.Next(4)), agency, unit, $"{kind}:{thing}", Last));
            await Append(stream, owner, own, word => narrowed with { Reason = Told(word, Looks[^1], narrowed, owner) }, type);
            type = null;
        }

        if (random.Next(2) == 0)
            await Consent(shared, stream, owner, type);
    }

    private string Told(string word, (string Officer, string Agency, string Unit, string Target, long UpTo) look, SharingNarrowed narrowed, Officer owner)
    {
        string[] groups = [Audiences.Everyone, Audiences.Agency(look.Agency), Audiences.Unit(look.Agency, look.Unit), Audiences.Person(look.Officer)];
        if (look.Agency != owner.Agency && !ThingSharing.KeptBy(narrowed).Any(groups.Contains))
            oracle.Asked(word, look.Agency, look.Unit, _levels[narrowed.Thing.Stream]);
        return $"Alasan {word}";
    }

    /// <summary>Asked by some unit of its owner, no less secret than the thing; half of them are answered.</summary>
    private async Task Consent(SharedThing shared, Guid stream, Officer owner, string? type)
    {
        var asker = Officer();
        var between = new Marking(_levels[shared.Stream], [Audiences.Agency(owner.Agency), Audiences.Agency(asker.Agency)], []);
        await Append(stream, asker, between, word => new ConsentRequested(shared, ConsentKind.CourtUse, [], $"Alasan {word}", 1), type);
        if (random.Next(2) == 0)
            await Append(stream, owner, between, word => new ConsentGiven(shared, 1, $"Catatan {word}"));
    }

    private Recipient Recipient()
    {
        var to = Units[random.Next(Units.Length)];
        return random.Next(3) switch
        {
            0 => new(to.Agency),
            1 => new(to.Agency, to.Unit),
            _ => new(to.Agency, to.Unit, Login(to.Unit, (Level)random.Next(4))),
        };
    }

    private async Task Alert(Guid? held)
    {
        var id = Guid.CreateVersion7();
        var to = Audiences.Agency(Units[random.Next(Units.Length)].Agency);
        var evidence = Enumerable.Range(0, 3).Select(_ => _events[random.Next(_events.Count)]).ToList();
        oracle.Rests(id, evidence.Select(one => one.Stream));
        await Append(id, Domain.Kernel.Officer.System, Marking(), _ => new AlertRaised(
            "A-REPEAT", "R11", 1, Severity.High, [.. evidence.Select(one => one.Id)], [], [to],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["days"] = "7" }, held is { } file ? new CaseId(file) : null), "alert");
        if (held is { } one)
            oracle.Holds(one, id);
        await Append(id, Officer(), Marking(), word => new AlertResolved(AlertOutcome.Benign, $"Sebab {word}"));
        if (random.Next(2) == 0)
        {
            var group = Audiences.Agency(Units[random.Next(Units.Length)].Agency);
            oracle.Added(id, group);
            await Append(id, Domain.Kernel.Officer.System, Marking(), _ => new AlertEscalated(2, [group]));
        }

        Alerts.Add(id);
    }

    private static readonly Marking All = Domain.Kernel.Marking.Of(Level.B, Audiences.Everyone);
    private readonly List<(Guid Id, Guid Stream)> _events = [];
    private readonly Dictionary<Guid, Level> _levels = [];

    private async Task Append(Guid stream, Officer by, Marking marking, Func<string, object> body, string? type = null, PersonRef? person = null)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"KNR{_told++:x5}Z");
        oracle.Canaries.Add(word, new(word, stream, marking, by.Agency));
        var at = Start.AddMinutes(_told);
        // As secret as its most secret event; a case as its opening says.
        if (type == "case" || !Cases.Contains(stream))
            _levels[stream] = (Level)Math.Max((int)_levels.GetValueOrDefault(stream), (int)marking.Level);
        var happened = new NewEvent(
            Guid.CreateVersion7(at), body(word), at,
            EnvelopeHeaders.Write(new Envelope(by, at, at, "21.71", [], marking, null), person is { } one ? [one] : []), by.Id);
        _events.Add((happened.Id, stream));
        Last = (await log.Append(new([new(stream, type ?? "", type is null ? null : 0, [happened])]), CancellationToken.None)).Position;
    }

    private Officer Officer()
    {
        var (agency, unit) = Units[random.Next(Units.Length)];
        return new($"{agency}.{unit}".ToLowerInvariant(), agency, unit, OfficerRole.Officer, Level.SR);
    }

    private Marking Marking()
    {
        var audience = new List<string>();
        if (random.Next(2) == 0)
            audience.Add(Audiences.CaseMembers);
        if (random.Next(8) == 0)
            audience.Add(Audiences.Everyone);
        foreach (var (agency, unit) in Units)
        {
            if (random.Next(8) == 0)
                audience.Add(random.Next(2) == 0 ? Audiences.Agency(agency) : Audiences.Unit(agency, unit));
            if (random.Next(16) == 0)
                audience.Add(Audiences.Person(Login(unit, (Level)random.Next(4))));
        }

        if (random.Next(8) == 0)
            audience.Add(Audiences.TaskForce(TaskForce));

        return new((Level)random.Next(4), audience, random.Next(4) == 0 ? ["H2"] : []);
    }
}
