using System.CommandLine;
using Coordination.Host.Postgres;
using Coordination.Host.Security;
using Npgsql;

namespace Coordination.Host.CommandLine;

/// <summary>
/// <c>tamper</c>: does to the demo what a dishonest operator could do to any database, so that everybody sees it found. It knows no other
/// store than the own PostgreSQL of a demo that runs on this directory, and touches nothing there but events of the demo's users.
/// </summary>
internal static class TamperVerb
{
    private const string AlterFirst = """
        update public.mt_events set user_name = user_name || '.diubah'
        where seq_id = (select min(seq_id) from public.mt_events where user_name = any($1)) returning seq_id
        """;

    private const string UndoAll = """
        update public.mt_events set user_name = left(user_name, -length('.diubah'))
        where user_name = any(select name || '.diubah' from unnest($1) as name)
        """;

    public static Command Command()
    {
        var undo = new Option<bool>("--undo") { Description = "Put back what was altered." };
        var command = new Command("tamper", "Demo: alter a stored event as superuser, past the product, and let the log name it.") { undo };
        command.SetAction((parsed, ct) => Verbs.Guarded(() => Run(parsed.GetValue(undo), ct)));
        return command;
    }

    /// <summary>Position of the event that now says somebody else wrote it; null when no demo user has written any.</summary>
    public static async Task<long?> Alter(NpgsqlDataSource superuser, CancellationToken ct)
    {
        await using var command = Of(superuser, AlterFirst);
        return await command.ExecuteScalarAsync(ct) as long?;
    }

    /// <summary>Number of events that are again as they were, to the byte.</summary>
    public static async Task<int> Undo(NpgsqlDataSource superuser, CancellationToken ct)
    {
        await using var command = Of(superuser, UndoAll);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<int> Run(bool undo, CancellationToken ct)
    {
        if (EmbeddedPostgres.Running(Place.DataDirectory) is not { } running)
            throw new InvalidOperationException("No demo runs on this directory; start it first.");
        await using (var superuser = NpgsqlDataSource.Create(running.Owner))
            Console.WriteLine(undo ? $"Put back: {await Undo(superuser, ct)}." : Told(await Alter(superuser, ct)));
        return await StoreVerbs.WithStore(services => VerifyVerb.Store(services, folds: false, ct), ct);
    }

    private static string Told(long? position) => position is null
        ? "No demo user has written anything yet."
        : $"As superuser, past the product: the event at position {position} now names another author. What 'verify --quick' says to that:";

    private static NpgsqlCommand Of(NpgsqlDataSource superuser, string sql)
    {
#pragma warning disable CA2100 // Constants of this file.
        var command = superuser.CreateCommand(sql);
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. DemoAccounts.All.Select(account => account.Username)] });
        return command;
    }
}
