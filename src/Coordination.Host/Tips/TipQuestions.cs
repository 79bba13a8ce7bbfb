using Coordination.Host.Security;
using Coordination.Projections.Tips;

namespace Coordination.Host.Tips;

/// <summary>What became of a report, for who holds its tracking code. The API and the page both come through here.</summary>
public sealed class TipQuestions
{
    /// <summary>Longer than any code; what is longer is cut, and found by nobody.</summary>
    private const int MostLetters = 100;

    private readonly TrackingLimit _limit;
    private readonly TrackedTips _tips;

    internal TipQuestions(TrackingLimit limit, TrackedTips tips) => (_limit, _tips) = (limit, tips);

    /// <summary>Null when too much was asked: wait a minute. Unknown codes and those of withheld reports get the same empty answer.</summary>
    public async Task<TipProgress?> Ask(string code, CancellationToken ct)
    {
        var asked = code.Length > MostLetters ? code[..MostLetters] : code;
        return await _limit.Allows(asked, ct) ? await _tips.Of(asked, ct) : null;
    }
}
