using System.Text.Json;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Handoffs;

/// <summary>Rows of the handoff queries.</summary>
internal static class HandoffReader
{
    private const int ColumnsOfItem = 23;

    /// <param name="at">Number of the first column of the item.</param>
    public static HandoffListItem Item(NpgsqlDataReader row, int at)
    {
        var number = Text(row, at + 2);
        return new(
            new(row.GetGuid(at)),
            number is null ? null : new(row.GetGuid(at + 1)),
            number,
            row.GetString(at + 3),
            new(row.GetString(at + 4), row.GetString(at + 5), null),
            new(row.GetString(at + 6), row.GetString(at + 7), row.GetString(at + 8)),
            [new PersonRef(row.GetGuid(at + 9)).Code],
            new((Level)row.GetInt32(at + 10), row.GetFieldValue<string[]>(at + 11), []),
            row.GetString(at + 12),
            row.GetInt64(at + 13),
            row.GetFieldValue<DateTimeOffset>(at + 14),
            row.GetFieldValue<DateTimeOffset>(at + 15),
            row.IsDBNull(at + 16) ? null : new(
                row.GetString(at + 16), row.GetString(at + 17), row.GetString(at + 18),
                row.GetFieldValue<DateTimeOffset>(at + 19), row.GetFieldValue<DateTimeOffset>(at + 20)),
            row.GetInt32(at + 21),
            row.GetInt32(at + 22)) { PersonRefs = [new(row.GetGuid(at + 9))] };
    }

    public static HandoffDetail Detail(NpgsqlDataReader row)
    {
        var manifest = JsonSerializer.Deserialize<EvidenceItem[]>(row.GetFieldValue<byte[]>(ColumnsOfItem + 4), EventJson.Stored)!;
        var missing = JsonSerializer.Deserialize<MissingItem[]>(row.GetFieldValue<byte[]>(ColumnsOfItem + 5), EventJson.Stored)!;
        return new(
            Item(row, 0),
            row.GetString(ColumnsOfItem),
            [new PersonRef(row.GetGuid(9))],
            row.GetFieldValue<string[]>(ColumnsOfItem + 1),
            Text(row, ColumnsOfItem + 2),
            row.GetBoolean(ColumnsOfItem + 3),
            [
                .. manifest.Select(item => Line(item, missing.Any(one => one.Item == item.Item))),
                // Asked for, but on no manifest yet.
                .. missing.Where(one => one.Item is null).Select(one =>
                    new ItemLine("", one.Description, "other", null, null, null, true, true)),
            ],
            []);
    }

    public static StageLine Stage(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetString(5),
        Text(row, 6),
        row.GetFieldValue<string[]>(7), row.IsDBNull(8) ? null : row.GetFieldValue<TimeSpan>(8));

    private static ItemLine Line(EvidenceItem item, bool missing) => new(
        item.Item, item.Description, JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString()), item.SealNumber, item.Sha256,
        item.Custodian,
        item.Pending, missing, item.Quantity, item.Measure, item.DocumentNumber, item.Owner, item.Original);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
