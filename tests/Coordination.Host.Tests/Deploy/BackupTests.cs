using System.Globalization;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Deploy;

public sealed class BackupTests(BackupTests.FilledDatabase filled) : IClassFixture<BackupTests.FilledDatabase>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("backup-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_restored_backup_holds_every_row_and_every_event_as_it_was()
    {
        var backup = await BackUp();
        await using var restored = await Database.Create(migrated: false);
        var output = await Restore(backup, restored);
        output.ShouldEndWith($"{FilledDatabase.Events} events, last position {FilledDatabase.Events}");
        (await Counts(restored.Owner)).ShouldBe(await Counts(filled.Database.Owner));
        (await Contents(restored.Owner)).ShouldBe(await Contents(filled.Database.Owner));
    }

    [Fact]
    public async Task A_restored_database_goes_on_where_the_old_one_stopped_and_with_the_same_rights()
    {
        await using var restored = await Database.Create(migrated: false);
        await Restore(await BackUp(), restored);
        (await Scalar(restored.Owner, "select nextval('public.mt_events_sequence')")).ShouldBe(FilledDatabase.Events + 1L);
        (await Scalar(restored.Daemon, "select count(*) from public.mt_events")).ShouldBe((long)FilledDatabase.Events);
        (await Scalar(restored.Runtime, "select count(*) from public.mt_events")).ShouldBe(0L, "row security came along");
        var refused = await Should.ThrowAsync<PostgresException>(() => Scalar(restored.Daemon, "delete from public.mt_events"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        var backup = await BackUp();
        await using (var file = new FileStream(backup, FileMode.Open))
        {
            file.Seek(-100, SeekOrigin.End);
            file.WriteByte(0xff);
            file.WriteByte(0x00);
        }

        await using var target = await Database.Create(migrated: false);
        (await TryRestore(backup, target)).ShouldContain("is damaged; nothing was restored");
        (await Counts(target.Owner)).ShouldBe("");
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_restored_over()
    {
        await using var target = await Database.Create();
        (await TryRestore(await BackUp(), target)).ShouldContain("restore into an empty one");
        (await Scalar(target.Owner, "select count(*) from mt_events")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_file_behind()
    {
        var (connection, password) = Shell.LibPq(filled.Database.OwnerConnectionString, "no_such_database");
        var (code, _) = await Shell.Run(password, Shell.Deploy("backup.sh"), connection, _directory);
        code.ShouldNotBe(0);
        Directory.GetFileSystemEntries(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_its_owner_can_read_a_backup()
    {
        var backup = await BackUp();
        File.GetUnixFileMode(backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.GetDirectoryName(backup)!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<string> BackUp()
    {
        var (connection, password) = Shell.LibPq(filled.Database.OwnerConnectionString);
        return await Shell.Succeed(password, Shell.Deploy("backup.sh"), connection, Path.Combine(_directory, "made"));
    }

    private static async Task<string> Restore(string backup, Database target)
    {
        var (connection, password) = Shell.LibPq(target.OwnerConnectionString);
        return await Shell.Succeed(password, Shell.Deploy("restore.sh"), backup, connection);
    }

    private static async Task<string> TryRestore(string backup, Database target)
    {
        var (connection, password) = Shell.LibPq(target.OwnerConnectionString);
        var (code, output) = await Shell.Run(password, Shell.Deploy("restore.sh"), backup, connection);
        code.ShouldNotBe(0);
        return output;
    }

    private static async Task<string> Counts(NpgsqlDataSource owner)
    {
        var tables = (string[])(await Scalar(owner, """
            select coalesce(array_agg(format('%I.%I', n.nspname, c.relname) order by n.nspname, c.relname), '{}')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
            """))!;
        var counts = new List<string>();
        foreach (var table in tables)
            counts.Add($"{table} {await Scalar(owner, $"select count(*) from {table}")}");
        return string.Join('\n', counts);
    }

    // The text of every column of every event, in order, as one hash.
    private static async Task<object?> Contents(NpgsqlDataSource owner) =>
        await Scalar(owner, "select md5(string_agg(e::text, E'\\n' order by e.seq_id)) from public.mt_events e");

    private static async Task<object?> Scalar(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    public sealed class FilledDatabase : IAsyncLifetime
    {
        public const int Events = 2_000;
        private const int Streams = 40;

        private Database? _database;

        public Database Database => _database ?? throw new InvalidOperationException("Filled after InitializeAsync.");

        public async ValueTask InitializeAsync()
        {
            _database = await Database.Create();
            await Fill(_database.Owner);
        }

        public async ValueTask DisposeAsync() => await Database.DisposeAsync();

        private static async Task Fill(NpgsqlDataSource owner)
        {
            await using var command = owner.CreateCommand(string.Create(CultureInfo.InvariantCulture, $$"""
                insert into public.mt_streams (id, type, version, timestamp, created)
                select md5('stream ' || s)::uuid, 'case', {{Events / Streams}}, now(), now() from generate_series(1, {{Streams}}) s;
                insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name)
                select nextval('public.mt_events_sequence'), md5('event ' || n)::uuid, md5('stream ' || 1 + (n - 1) % {{Streams}})::uuid, 1 + (n - 1) / {{Streams}},
                       jsonb_build_object('note', 'catatan ' || n || ' “é”', 'n', n), 'note_taken', timestamptz '2026-02-09' + n * interval '1 second', '',
                       '{"agency": "IMIGRASI"}'::jsonb, 'imigrasi.batam'
                from generate_series(1, {{Events}}) n;
                """));
            await command.ExecuteNonQueryAsync(Ct);
        }
    }
}
