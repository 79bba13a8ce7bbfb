using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Coordination.Host.Tests.Api;

/// <summary>A case, a handoff, a report, an alert and a victim of immigration and police, of which a regency may know nothing.</summary>
internal sealed record Secrets(string Case, string Handoff, string Report, string Alert)
{
    public const string Stranger = "pemda.malaka";

    /// <summary>The first event of the handoff.</summary>
    public string Event { get; private init; } = Guid.CreateVersion7().ToString();

    /// <summary>One thing of every kind that is read as a snapshot, by stored type.</summary>
    public IReadOnlyDictionary<string, string> Things { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IEnumerable<string> All => [Case, Handoff, Report, Alert, Event, Victim, Protection, .. Things.Values];

    /// <summary>Of one that never was, an id that nothing has.</summary>
    public string Thing(string kind) => Things.GetValueOrDefault(kind, Report);

    public string Victim { get; private init; } = Guid.CreateVersion7().ToString();

    public string Protection { get; private init; } = Guid.CreateVersion7().ToString();

    public static async Task<Secrets> Make(ApiFixture api)
    {
        var opened = await api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));
        var handoff = await api.Ask("imigrasi.batam", "POST", "/api/v1/handoffs/police", Told.ToPolice());
        var report = await api.Ask(
            "imigrasi.batam", "POST", "/api/v1/intelligence",
            """{"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2,"envelope":{"marking":"R","audience":["originator"]}}""");
        var victim = await api.Ask(
            "imigrasi.batam", "POST", "/api/v1/victims", """{"person":{"passport":"ZZ0000077"},"source":"Officer","circumstances":"Ditemukan di rumah."}""");
        var protection = await api.Ask(
            "bp3mi.kepri", "POST", "/api/v1/protections", """{"person":{"passport":"ZZ0000077"},"services":["Health"],"givenBy":"Self"}""");
        var events = await api.Host.Services.GetRequiredService<EventLog>().FetchStream(Guid.Parse(handoff["id"]!.ToString()), ApiFixture.Ct);
        return new Secrets(opened["id"]!.ToString(), handoff["id"]!.ToString(), report["id"]!.ToString(), await RaiseAlert(api))
        {
            Event = events[0].Id.ToString(),
            Things = await SnapshotRows.Make(api),
            Victim = victim["id"]!.ToString(), Protection = protection["id"]!.ToString(),
        };
    }

    private static async Task<string> RaiseAlert(ApiFixture api)
    {
        var id = Guid.CreateVersion7();
        var raised = new AlertRaised(
            "A-REPEAT", "R11", 1, Severity.Critical, [Guid.CreateVersion7()], [], [Audiences.Agency("POLRI")], new Dictionary<string, string>(StringComparer.Ordinal));
        var envelope = api.Host.Services.GetRequiredService<Envelopes>().For(Officer.System, marking: Marking.Of(Level.R, Audiences.Agency("POLRI")));
        var result = await api.Host.Services.GetRequiredService<WritePath>().Write(raised, id, envelope, new WriteTerms(), ApiFixture.Ct);
        result.Problem.ShouldBeNull();
        return id.ToString();
    }
}

/// <summary>What a stranger's request to a route must come to.</summary>
internal enum Must
{
    /// <summary>Answers without a word of the secrets.</summary>
    TellNothing,

    /// <summary>404, in the very bytes that a thing that never was would get.</summary>
    LookMissing,

    /// <summary>403: the role may not.</summary>
    BeForbidden,

    /// <summary>Ends the stranger's own token; tested on its own.</summary>
    BeLeftAlone,

    /// <summary>Holds no data of anybody's, or is tested on its own.</summary>
    BeHarmless,
}

/// <param name="Path">With the secret's id in it.</param>
internal sealed record Attempt(Must Must, string Path, string? Body = null);
