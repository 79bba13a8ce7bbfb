using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;

namespace Coordination.Host.Privacy;

/// <summary>What links a request or a proposal with the erasure that it becomes: the same source always leads to the same erasure.</summary>
public static class ErasureHandOver
{
    public static Guid ErasureOf(Guid source) => DeterministicId.From($"erasure/{source}");

    public static DataSubjectRequestHandedToErasure OfRequest(Guid request) => new(ErasureOf(request));

    public static RetentionHandedToErasure OfRetention(Guid retention) => new(ErasureOf(retention));
}
