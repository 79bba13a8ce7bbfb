using System.Text.Json.Serialization;
using Npgsql;

namespace Coordination.Projections.Tips;

/// <summary>How far a report of the public has come, by day in WIB. Always all four, so that every answer has the same shape.</summary>
/// <param name="ReceivedOn">Null for a code that leads to nothing.</param>
/// <param name="LookedIntoOn">When the reporter was told that somebody looks into it.</param>
/// <param name="PassedOn">When the reporter was told that it was passed on.</param>
/// <param name="ClosedOn">When the reporter was told that it came to an end, whichever.</param>
public sealed record TipProgress(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? ReceivedOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? LookedIntoOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? PassedOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? ClosedOn = null);

/// <summary>Finds what a tracking code may be told. It has no viewer: the code is all that its holder has, and the answer says nothing else.</summary>
public sealed class TrackedTips(NpgsqlDataSource daemon)
{
    private static readonly byte[] NoCode = new byte[32];

    /// <summary>Empty for a code that nobody was given, that leads to what may not be known, or that several reports share.</summary>
    public async Task<TipProgress> Of(string code, CancellationToken ct)
    {
        // Also what can be no code is asked for, so that time does not tell which answer was no.
        await using var command = daemon.CreateCommand(
            "select received_on, looked_into_on, passed_on, closed_on from readmodel.tip_tracking where code_digest = $1 limit 2");
        command.Parameters.Add(new() { Value = TipTracking.Digest(code) ?? NoCode });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<TipProgress>();
        while (await reader.ReadAsync(ct))
            found.Add(new(Day(reader, 0), Day(reader, 1), Day(reader, 2), Day(reader, 3)));
        return found is [var only] ? only : new();
    }

    private static DateOnly? Day(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}
