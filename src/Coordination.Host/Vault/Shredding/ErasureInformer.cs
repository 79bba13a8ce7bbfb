using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Privacy;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Vault;

/// <summary>
/// Tells a decision about an erasure what it must know: whose the person is, and what still needs it. And starts the erasure that a request or a
/// retention was handed over to.
/// </summary>
internal sealed class ErasureInformer(PersonVault vault, PersonTrail trails, NearbyTexts texts, HoldReader holds, Holders holders, EventLog log) : IInformant
{
    /// <summary>The command with what it must know; other commands as they are.</summary>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => command switch
    {
        RequestErasure { Fact.Source: { } source } request when await Leads(source, stream, request.Fact.Person, by, ct) =>
            request with { IntroducedBy = by.Agency },
        RequestErasure request => request with { IntroducedBy = await vault.IntroducedBy(request.Fact.Person, ct) },
        ChooseNarratives choose when await Asked(stream, ct) is { } asked => choose with { Offered = await Offered(asked.Person, by, ct) },
        ApproveErasure approve when await Asked(stream, ct) is { } asked => approve with { Holds = await HoldsOn(asked, ct) },
        _ => command,
    };

    /// <summary>The erasure that follows a hand-over: asked for by whoever handed over, so that another person decides. Null for any other fact.</summary>
    public async Task<NextFact?> Start(object fact, Guid source, Envelope envelope, CancellationToken ct)
    {
        if (fact is not (DataSubjectRequestHandedToErasure or RetentionHandedToErasure))
            return null;
        var asked = (await log.FetchStream(source, ct)).Select(recorded => recorded.Body).FirstOrDefault() switch
        {
            DataSubjectRequestReceived e => new ErasureRequested(e.Subject, ErasureGround.SubjectRequest, $"Permintaan {e.Reference}.", source),
            RetentionProposed e => new ErasureRequested(e.Subject, ErasureGround.RetentionEnded, $"Masa simpan berakhir {e.DueOn:O}.", source),
            _ => null,
        };
        var key = new IdempotencyKey($"erasure:{source}", envelope.By.Agency, SHA256.HashData(Encoding.UTF8.GetBytes("started")));
        return asked is null
            ? null
            : new(
                asked, ErasureHandOver.ErasureOf(source),
                envelope with { Marking = Marking.Of(Level.T, Audiences.Agency(envelope.By.Agency)), LegalBasis = [] }, key);
    }

    // Whose request or retention it is may ask, whoever introduced the person; what others still need is for the hold check.
    private async Task<bool> Leads(Guid source, Guid erasure, PersonRef person, Officer by, CancellationToken ct)
    {
        var handed = false;
        var about = default(PersonRef?);
        foreach (var recorded in await log.FetchStream(source, ct))
        {
            about ??= recorded.Body switch { DataSubjectRequestReceived e => e.Subject, RetentionProposed e => e.Subject, _ => null };
            handed |= recorded.Body is DataSubjectRequestHandedToErasure or RetentionHandedToErasure
                && EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Envelope.By.Agency == by.Agency;
        }
        return handed && about == person && ErasureHandOver.ErasureOf(source) == erasure;
    }

    private async Task<IReadOnlySet<Guid>> Offered(PersonRef person, Officer by, CancellationToken ct)
    {
        var all = await texts.All(person, (await trails.Of(person, ct)).Narratives, [], ct);
        return (await texts.ReadableBy(Viewer.Of(by), all, ct)).Select(text => text.Id).ToHashSet();
    }

    private async Task<IReadOnlyList<string>> HoldsOn((PersonRef Person, string Agency, DateOnly Day) asked, CancellationToken ct)
    {
        var needed = new List<string>((await trails.Of(asked.Person, ct)).Holds);
        if (await holds.Check(asked.Person, ct) is not null)
            needed.Add("legal_hold");
        if (await holders.AnotherKeeps(asked.Person, asked.Agency, asked.Day, ct))
            needed.Add("other_agency");
        return needed;
    }

    private async Task<(PersonRef Person, string Agency, DateOnly Day)?> Asked(Guid stream, CancellationToken ct)
    {
        if (await log.FetchStream(stream, ct) is not [{ Body: ErasureRequested asked } first, ..])
            return null;
        var envelope = EnvelopeHeaders.Read(first.Headers.Span, first.UserName ?? "", first.Timestamp).Envelope;
        return (asked.Person, envelope.By.Agency, envelope.Day);
    }
}
