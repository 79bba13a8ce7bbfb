using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tips;
using Coordination.EventStore;

namespace Coordination.Projections.Tips;

/// <summary>
/// What the holder of a tracking code may be told: that the report arrived, and what its desk told the reporter since, each by its day. What the desk has
/// not told is not here, whatever became of the report: the code may lie in the hands of those whom it is about.
/// </summary>
public sealed class TipTracking(EventTypes types, EventSerializer serializer) : IProjection
{
    public const string ProjectionName = "TipTracking";

    /// <summary>Letters and digits of a code; a shorter one could be guessed and is never answered.</summary>
    private const int LeastLength = 8;

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => ProjectionName;

    public IReadOnlyList<string> Tables { get; } = ["tip_tracking"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(TipReceived), typeof(ReporterInformed));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var stream in await _history.Load(page, session.Connection, ct))
            Write([.. stream.Where(one => one.Envelope.Marking.Level <= Level.R)], session);
    }

    /// <summary>Of the code as people write it, with or without its dashes. Null for what is too short to be one.</summary>
    internal static byte[]? Digest(string code)
    {
        var letters = new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return letters.Length < LeastLength ? null : SHA256.HashData(Encoding.UTF8.GetBytes(letters));
    }

    // Above Rahasia nothing may be known to exist, so a code leads to nothing there.
    private static void Write(List<Happened> stream, ProjectionSession session)
    {
        if (stream.FirstOrDefault() is not { Recorded.Body: TipReceived received } first || Digest(received.TrackingCode) is not { } digest)
            return;
        session.Add(
            """
            insert into tip_tracking (tip, code_digest, received_on, looked_into_on, passed_on, closed_on) values ($1, $2, $3, $4, $5, $6)
            on conflict (tip) do update set looked_into_on = excluded.looked_into_on, passed_on = excluded.passed_on, closed_on = excluded.closed_on
            """,
            Parameters.Uuid(first.Recorded.Stream), new() { Value = digest }, Parameters.Date(first.Envelope.Day),
            Parameters.Date(Told(stream, FeedbackText.BeingLookedInto)), Parameters.Date(Told(stream, FeedbackText.PassedOn)),
            // One word for both ends: whether it was borne out is not for the holder of a code.
            Parameters.Date(Told(stream, FeedbackText.ActedOn, FeedbackText.NotConfirmed)));
    }

    private static DateOnly? Told(List<Happened> stream, params FeedbackText[] texts) => stream
        .Where(one => one.Recorded.Body is ReporterInformed informed && texts.Contains(informed.Feedback))
        .Select(one => (DateOnly?)one.Envelope.Day).LastOrDefault();
}
