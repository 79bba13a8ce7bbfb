using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Testing;
using Npgsql;
using Xunit;

namespace Coordination.EventStore.Tests.Writing;

public enum Shade
{
    Light,
    Dark,
}

public sealed record ThingOpened(string Name, Shade Shade = Shade.Light);

public sealed record ThingCounted(int Amount);

/// <summary>Events and streams without a meaning, for the contract of the store.</summary>
internal static class Things
{
    public static readonly DateTimeOffset Noon = new(2026, 2, 9, 12, 0, 0, TimeSpan.FromHours(7));

    public static readonly EventTypes Types = new([EventType.Of<ThingOpened>(), EventType.Of<ThingCounted>()]);

    public static readonly EventSerializer Serializer = new(new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } });

    public static EventLog Log(this Database database, EventStoreOptions? options = null) => new(database.Daemon, Types, Serializer, options);

    public static Guid NewStream() => Guid.CreateVersion7();

    public static NewEvent Event(object body, DateTimeOffset? at = null) =>
        new(Guid.CreateVersion7(), body, at ?? Noon, Encoding.UTF8.GetBytes("""{"agency":"IMIGRASI"}"""), "imigrasi.batam", "correlation", "causation");

    public static NewEvent Counted(int amount = 1) => Event(new ThingCounted(amount));

    public static AppendRequest To(Guid stream, long? expected, params NewEvent[] events) => new([new(stream, "thing", expected, events)]);

    public static AppendRequest One(Guid stream, long? expected) => To(stream, expected, Counted());

    public static IdempotencyKey Key(string key, string body = "body") => new("IMIGRASI", key, Encoding.UTF8.GetBytes(body));

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<T> Ask<T>(this NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    public static async Task Run(this NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
