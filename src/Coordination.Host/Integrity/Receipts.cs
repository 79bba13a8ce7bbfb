using System.Globalization;
using Npgsql;

namespace Coordination.Host.Integrity;

/// <summary>
/// Proof for who sent it that an event was taken: with it, an event that never shows up in the log is provable. Of several events of one command it
/// names the last; those before it stand in the same stream, and the leaf of the last commits to them.
/// </summary>
/// <param name="Position">Place in the log, and the key to its leaf: <c>GET /api/v1/log/leaves/{position}</c>.</param>
/// <param name="ReceivedAt">The recorded-at time of the event.</param>
/// <param name="Note">C2SP signed note over the same: origin and <c>/receipt</c>, event, position, time; one line each.</param>
public sealed record Receipt(Guid EventId, long Position, DateTimeOffset ReceivedAt, string Note);

/// <summary>Signs receipts: one signature (50 µs) for each answer, so that each stands alone in the sender's files.</summary>
public sealed class Receipts
{
    private readonly NoteSigner _signer;
    private readonly NpgsqlDataSource _database;

    internal Receipts(NoteSigner signer, NpgsqlDataSource database) => (_signer, _database) = (signer, database);

    public Receipt Of(Guid eventId, long position, DateTimeOffset receivedAt)
    {
        // As PostgreSQL keeps it: a receipt of the first answer and of a repeated one have the same bytes.
        var at = new DateTimeOffset(receivedAt.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{_signer.Verifier.Name}/receipt\n{eventId}\n{position}\n{at:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\n");
        return new Receipt(eventId, position, at, SignedNote.Sign(text, _signer).ToString());
    }

    /// <summary>For an answer that is given again; null when no event stands at the position.</summary>
    public async Task<Receipt?> Again(long position, CancellationToken ct)
    {
        await using var command = _database.CreateCommand("select id, timestamp from public.mt_events where seq_id = $1");
        command.Parameters.AddWithValue(position);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Of(reader.GetGuid(0), position, reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }
}
