using System.Globalization;
using Npgsql;

namespace Coordination.Host.Cases;

/// <summary>Numbers that people use for cases: <c>2026-0001</c>. A refused opening leaves a gap; a number is never given twice.</summary>
public sealed class CaseNumbers(NpgsqlDataSource database)
{
    public async Task<string> Next(int year, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into coordination.case_number (year, last) values ($1, 1)
            on conflict (year) do update set last = case_number.last + 1
            returning last
            """);
        command.Parameters.AddWithValue(year);
        var last = (int)(await command.ExecuteScalarAsync(ct))!;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{last:0000}");
    }
}
