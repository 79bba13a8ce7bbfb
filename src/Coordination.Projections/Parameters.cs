using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Projections;

/// <summary>Typed parameters, also where the value is absent.</summary>
internal static class Parameters
{
    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Uuid(Guid? value) => Of(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Bigint(long? value) => Of(value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Number(int? value) => Of(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Flag(bool value) => Of(value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Time(DateTimeOffset? value) => Of(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Date(DateOnly? value) => Of(value, NpgsqlDbType.Date);

    public static NpgsqlParameter Texts(IEnumerable<string> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter TextsOrNull(IEnumerable<string>? values) =>
        new() { Value = (object?)values?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    public static NpgsqlParameter Uuids(IEnumerable<Guid> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Json(object value, JsonSerializerOptions options) =>
        Of(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options), NpgsqlDbType.Jsonb);

    /// <summary>Adds $1, $2 … in the order given.</summary>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, params NpgsqlParameter[] more)
    {
        foreach (var parameter in more)
            parameters.Add(parameter);
        return parameters;
    }

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
