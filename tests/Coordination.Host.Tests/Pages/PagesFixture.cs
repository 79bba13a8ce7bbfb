using System.Collections.Concurrent;
using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Networks;
using Coordination.Domain.Privacy;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Host.Vault;
using Coordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Pages;

/// <summary>The real Host with a database of its own, a little world in it, and officers who open browsers.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    public const string Password = "contoh-sandi-2026";
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IBrowserContext> _windows = [];
    private string? _directory;
    private Database? _database;
    private CoordinationHost? _host;

    public static PersonRef Teratai { get; } = new(Guid.Parse("0190a000-0000-7000-8000-00000000a001"));

    public static PersonRef Gagak { get; } = new(Guid.Parse("0190a000-0000-7000-8000-00000000a002"));

    public Uri Address => _host!.Address;

    public CaseId Case { get; private set; }

    /// <summary>Sent by immigration to the police, waiting for its answer.</summary>
    public HandoffId Handoff { get; private set; }

    public Guid Alert { get; private set; }

    /// <summary>Filed by the police, shared with immigration only.</summary>
    public Guid Report { get; private set; }

    /// <summary>Of a person about its data, waiting for the secretariat's answer.</summary>
    public Guid Request { get; private set; }

    /// <summary>Declared by the secretariat.</summary>
    public Guid Breach { get; private set; }

    /// <summary>Proposed by immigration, waiting for the chair.</summary>
    public Guid Operation { get; private set; }

    /// <summary>An urgent one of immigration that is under way; the order of the police is still missing.</summary>
    public Guid UnderWay { get; private set; }

    /// <summary>Proposed by immigration, on the case.</summary>
    public Guid Entry { get; private set; }

    /// <summary>The proposal of <see cref="Entry"/>.</summary>
    public Guid Event { get; private set; }

    public Guid Protection { get; private set; }

    /// <summary>Of a person that immigration told of, asked for by one of its heads and not yet decided.</summary>
    public Guid Erasure { get; private set; }

    /// <summary>Broken by bp3mi.ntt for a case that BP3MI is no member of.</summary>
    public Guid Glass { get; private set; }

    /// <summary>Told to the secretariat.</summary>
    public Guid Tip { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Database.Create();
        _directory = Directory.CreateTempSubdirectory("coordination-pages-").FullName;
        _host = await CoordinationHost.Start(
            new HostSettings(_database.RuntimeConnectionString, _database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = Password, DataDirectory = _directory, Migrate = false,
            },
            CancellationToken.None);
        await Fill();
    }

    public async ValueTask DisposeAsync()
    {
        // A page left open asks for its stream again and again, of a Host that is gone, for as long as the browser runs.
        foreach (var window in _windows)
            await window.CloseAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        if (_directory is not null)
            Directory.Delete(_directory, recursive: true);
    }

    /// <summary>An officer's own browser window.</summary>
    public async Task<IPage> SignedIn(string user, bool javaScript = true, int width = 1280)
    {
        var page = await Anonymous(javaScript, width);
        await page.GotoAsync("/masuk");
        await page.FillAsync("#nama", user);
        await page.FillAsync("#sandi", Password);
        await page.ClickAsync("main form button");
        // What is waited for is what an officer sees: the browser's own states ("load", "network idle") wait for all that hangs on the page.
        await page.Locator("form[action='/keluar']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>A window in the one session that this officer has for looking around: for tests that end no session and change nothing.</summary>
    public async Task<IPage> LookingAround(string user, int width = 1280)
    {
        if (!_sessions.TryGetValue(user, out var session))
        {
            var first = await SignedIn(user);
            _sessions[user] = session = await first.Context.StorageStateAsync();
            await first.Context.CloseAsync();
        }

        return await Window(true, width, session);
    }

    public Task<IPage> Anonymous(bool javaScript = true, int width = 1280) => Window(javaScript, width, null);

    private async Task<IPage> Window(bool javaScript, int width, string? session)
    {
        var browser = await Chromium.Get();
        var window = await browser.NewContextAsync(new()
        {
            StorageState = session,
            BaseURL = Address.ToString(), JavaScriptEnabled = javaScript, ViewportSize = new() { Width = width, Height = 800 },
        });
        window.SetDefaultTimeout(60_000);
        _windows.Add(window);
        return await window.NewPageAsync();
    }

    /// <summary>Writes as an officer does, and waits until every view shows it.</summary>
    public async Task<Guid> Tell(string user, object fact, Guid? thing = null, Marking? marking = null, string? place = null)
    {
        var services = _host!.Services;
        var by = user == Officer.System.Id ? Officer.System : DemoAccounts.All.First(a => a.Username == user).Officer;
        var envelope = services.GetRequiredService<Envelopes>().For(by, marking: marking, place: place);
        var complete = await services.GetRequiredService<Completion>().Complete(fact, envelope, Ct);
        var result = await services.GetRequiredService<WritePath>().Write(complete, thing ?? Guid.CreateVersion7(), envelope, new WriteTerms(), Ct);
        result.Problem?.Refusal.Code.ShouldBeNull();
        (await services.GetRequiredService<ProjectionDaemon>().WaitFor(result.Position, TimeSpan.FromSeconds(60), Ct)).Reached.ShouldBeTrue();
        return result.Stream;
    }

    private async Task Fill()
    {
        Case = new CaseId(await Tell(
            "koordinator",
            new CaseOpened(
                "Malaka–Batam–Kamboja", MigrationPhase.BeforeDeparture, "Satu orang dua kali mencoba berangkat dari Batam.", [],
                [new(Teratai, CaseRole.SuspectedVictim, VictimStatus.Suspected), new(Gagak, CaseRole.Suspect)], ["IMIGRASI", "POLRI", "BP3MI"]),
            place: "21.71"));
        await Tell(
            "koordinator",
            new CaseIndicatorsAssessed([TraffickingAct.Sending], [TraffickingMeans.Deception], [TraffickingPurpose.ForcedLabour], IsChild: false),
            Case.Value);
        Handoff = new HandoffId(await HandOver());
        Alert = await Tell(
            Officer.System.Id,
            new AlertRaised(
                "A-REPEAT", "R11", 1, Severity.Critical, [Guid.CreateVersion7()], [Teratai], [Audiences.Agency("IMIGRASI")],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["days"] = "7" }, Case, "TPI-SEKUPANG"),
            marking: Marking.Of(Level.T, Audiences.Agency("IMIGRASI"), Audiences.Agency("SATGAS")));
        Report = await Tell(
            "polri.barelang",
            new IntelligenceReportFiled("Tawaran kerja lewat pesan berantai", "Satu nomor menawarkan kerja tanpa kontrak.", SourceGrade.C, 3),
            marking: Marking.Of(Level.R, Audiences.Agency("POLRI")));
        Entry = await Tell("imigrasi.batam", new WatchEntryProposed(WatchKind.Interest, "Menunggu orang lain di TPI.", "Wawancarai.", Gagak, Case: Case), place: "TPI-SEKUPANG");
        Event = (await _host!.Services.GetRequiredService<EventLog>().FetchStream(Entry, Ct))[0].Id;
        Protection = await Tell("bp3mi.kepri", new ShelterAdmitted(Teratai, ShelterKind.Bp3mi, "Rumah Ramah PMI", ConsentGiven: true, Case: Case));
        Tip = await Tell("koordinator", new TipReceived(TipChannel.Pulpit, Anonymous: true, TipUrgency.Urgent, "Tawaran kerja di luar negeri.", "FKT-2222-3333", "53.21.01.2001"));
        Request = await Tell("koordinator", new DataSubjectRequestReceived(Teratai, DataRight.Objection, "PDP/1/2026"));
        Breach = await Tell(
            "koordinator",
            new BreachDeclared("Satu akun dipakai orang lain.", TimeProvider.System.GetUtcNow().AddHours(-5), TimeProvider.System.GetUtcNow().AddHours(-9), TimeProvider.System.GetUtcNow(), ["koordinator"]));
        await Tell("koordinator", new BreachAssessed(BreachRisk.High, [DataKind.CaseFile], "Akun ditutup.", "Tempat aman diganti."), Breach);
        await Tell("koordinator", new LegalHoldPlaced(HoldGround.CourtOrder, "PN/2/2026", Case: Case), marking: Marking.Of(Level.T, Audiences.Agency("IMIGRASI")));
        Erasure = await AskErasure();
        Glass = await Break("bp3mi.ntt");
        Operation = await Propose("Operasi Sekupang", urgent: false);
        UnderWay = await Propose("Operasi Batu Ampar", urgent: true);
        await Tell("imigrasi.batam.kepala", new JointOperationApproved(), UnderWay);
        await Tell("imigrasi.batam", new OperationBriefed(true, "Dua tim."), UnderWay);
        await Tell("imigrasi.batam", new OperationStarted(), UnderWay);
        await Tell("imigrasi.batam", new PersonEncountered(Gagak, "ID", PersonSex.Male, AgeBand.From25To39), UnderWay);
        await Tell("polri.barelang", new IntelligenceShared([new("IMIGRASI")], "Satu jalur dengan kasus yang berjalan."), Report);
    }

    private async Task<Guid> AskErasure()
    {
        var data = new PersonData(null, "Melur", null, "ZZ0000412", null, null, null, null);
        var persons = await _host!.Services.GetRequiredService<PersonVault>().Resolve([new Introduced(data, new PersonRef(Guid.CreateVersion7()), "IMIGRASI")], Guid.CreateVersion7(), Ct);
        var person = persons[0]!.Value;
        await Tell("imigrasi.batam", new IntelligenceReportFiled("Dicatat dua kali", "Orang yang sama berdiri di laporan lain.", SourceGrade.C, 3, [person]));
        return await Tell("imigrasi.batam.kepala", new ErasureRequested(person, ErasureGround.RecordedInError, "Dicatat dua kali."));
    }

    private async Task<Guid> Break(string user)
    {
        var held = await Tell("imigrasi.batam", new CaseOpened("Pengirim di Batam", MigrationPhase.BeforeDeparture, "Baru dibuka.", [], [], ["IMIGRASI"]));
        var by = DemoAccounts.All.First(account => account.Username == user).Officer;
        var broken = await _host!.Services.GetRequiredService<GlassDoor>().Open(by, held.ToString(), "Korban menelepon dari pelabuhan.", 4, new WriteTerms(), Ct);
        broken.Problem?.Refusal.Code.ShouldBeNull();
        (await _host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(broken.Position, TimeSpan.FromSeconds(60), Ct)).Reached.ShouldBeTrue();
        return broken.Stream;
    }

    private Task<Guid> Propose(string title, bool urgent) => Tell(
        "imigrasi.batam",
        new JointOperationProposed(
            title, "Melindungi penghuni rumah kos.",
            new(["21.71.06"], TimeProvider.System.GetUtcNow().AddDays(3), TimeProvider.System.GetUtcNow().AddDays(4)), ["IMIGRASI", "POLRI"],
            "Pemeriksaan serentak.", Urgent: urgent),
        marking: Marking.Of(Level.T, Audiences.Agency("IMIGRASI")));

    /// <summary>A suspected recruiter, from Kanim Batam to Polresta Barelang; the telephone image is to follow.</summary>
    public Task<Guid> HandOver() => Tell(
        "imigrasi.batam",
        new FacilitatorHandedToPolice(
            Gagak, new("POLRI", "POLRESTA-BARELANG", "PPA-PPO"), "BAST 016/II/2026", "Menunggu di luar TPI Sekupang dengan paspor orang lain.",
            "UU 21/2007 Ps 2",
            [
                new("B-01", "Tiket feri (foto)", EvidenceKind.Photo, "Berkas", Sha256: new string('a', 64)),
                new("B-02", "Citra ponsel", EvidenceKind.DeviceImage, "Kanim Batam", "KB-224", Pending: true),
            ],
            Case: Case),
        marking: new Marking(Level.R, [Audiences.CaseMembers, Audiences.Unit("POLRI", "POLRESTA-BARELANG")], []),
        place: "TPI-SEKUPANG");
}
