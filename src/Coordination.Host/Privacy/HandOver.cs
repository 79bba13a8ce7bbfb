using System.Diagnostics;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Privacy;

/// <summary>Writes the hand-over of a request or proposal to the erasure workflow.</summary>
internal sealed class HandOver(CurrentOfficer officer, Envelopes envelopes, WritePath writes)
{
    public async Task<Results<Ok<CommandAnswer>, Problem>> Write(Guid stream, object fact, CancellationToken ct)
    {
        var result = await writes.Write(fact, stream, envelopes.For(officer.Value), new WriteTerms(CorrelationId: Activity.Current?.TraceId.ToString()), ct);
        return result.Problem is { } problem
            ? problem
            : TypedResults.Ok(new CommandAnswer(result.Stream, result.Version, result.Position, result.Duplicate));
    }
}
