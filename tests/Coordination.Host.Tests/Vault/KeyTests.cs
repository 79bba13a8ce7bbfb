using System.Security.Cryptography;
using Coordination.Host.Vault;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

public sealed class KeyTests(Database database) : IClassFixture<Database>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("coordination-keys-").FullName;
    private readonly NpgsqlDataSource _keys = NpgsqlDataSource.Create(
        database.RuntimeConnectionString.Replace("coord_rt", "coord_keys", StringComparison.Ordinal));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _keys.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void A_first_start_makes_the_master_key_for_its_owner_only()
    {
        _ = FileMasterKey.LoadOrCreate(_directory);
        var file = Path.Combine(_directory, "keys", "master-0001.key");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllBytes(file).Length.ShouldBe(32);
        FileMasterKey.LoadOrCreate(_directory).Current.ShouldBe(FileMasterKey.LoadOrCreate(_directory).Current);
    }

    [Theory]
    [InlineData("master-0001.key", UnixFileMode.GroupRead)]
    [InlineData("master-0001.key", UnixFileMode.OtherRead)]
    [InlineData("master-0001.key", UnixFileMode.OtherWrite)]
    [InlineData("index.key", UnixFileMode.GroupRead)]
    public void A_key_that_others_may_read_is_refused(string file, UnixFileMode too)
    {
        _ = FileMasterKey.LoadOrCreate(_directory);
        _ = IndexKey.LoadOrCreate(_directory);
        File.SetUnixFileMode(Path.Combine(_directory, "keys", file), UnixFileMode.UserRead | UnixFileMode.UserWrite | too);
        Should.Throw<InvalidOperationException>(() =>
        {
            _ = IndexKey.LoadOrCreate(_directory);
            _ = FileMasterKey.LoadOrCreate(_directory);
        }).Message.ShouldContain("chmod 600");
    }

    [Fact]
    public async Task A_wrapped_key_opens_only_for_what_it_was_wrapped_for()
    {
        var master = FileMasterKey.LoadOrCreate(_directory);
        var key = DataKey.Fresh(Guid.CreateVersion7());
        var wrapped = await master.Wrap(key.Key, "one|person|1", Ct);
        (await master.Unwrap(wrapped, "one|person|1", Ct)).ShouldBe(key.Key);
        await Should.ThrowAsync<CryptographicException>(async () => await master.Unwrap(wrapped, "two|person|1", Ct));
        (await Should.ThrowAsync<InvalidOperationException>(async () => await master.Unwrap(wrapped with { Master = "0009-00000000" }, "one|person|1", Ct)))
            .Message.ShouldContain("backup");
    }

    [Fact]
    public async Task After_a_rotation_every_key_is_wrapped_anew_and_opens_as_before_also_when_it_was_stopped_half_way()
    {
        // Of this database: keys that another test wrapped with a master key of its own.
        await Scalar<long>("with gone as (delete from vault.data_key returning 1) select count(*) from gone");
        var master = FileMasterKey.LoadOrCreate(_directory);
        var subjects = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        var before = await Fresh(master).FindOrCreate(subjects, KeyKinds.Narrative, Ct);
        var old = master.Current;
        master.Renew();
        master.Current.ShouldNotBe(old);
        // Half of them, as a rotation that was stopped leaves it.
        foreach (var half in subjects.Take(20))
            await Rewrap(half, await master.Wrap(before[half].Key, DataKey.WrapContext(half, KeyKinds.Narrative, 1), Ct));
        (await Rotation(master).Rewrap(Ct)).ShouldBeGreaterThanOrEqualTo(20);
        (await Scalar<long>($"select count(*) from vault.data_key where master = '{old}'")).ShouldBe(0);
        var after = await Fresh(master).Find(subjects, Ct);
        subjects.ShouldAllBe(subject => after[subject].Key.SequenceEqual(before[subject].Key));
        (await Rotation(master).Rewrap(Ct)).ShouldBe(0, "nothing is left");
    }

    [Fact]
    public async Task Rekeying_a_subject_seals_its_fields_with_a_new_key_and_destroys_the_old_one()
    {
        var master = FileMasterKey.LoadOrCreate(_directory);
        var keys = Fresh(master);
        var person = Guid.CreateVersion7();
        await using (var batch = _keys.CreateBatch())
        {
            batch.BatchCommands.Add(await new SubjectRows(keys, IndexKey.LoadOrCreate(_directory)).Insert(
                KeyKinds.Person, [new NewSubject(person, "BP3MI", [new("name", "Teratai", "BP3MI"), new("nik", "0000000000000011", "BP3MI")])], Ct));
            await batch.ExecuteNonQueryAsync(Ct);
        }
        var old = (await keys.Find([person], Ct))[person];
        (await Rotation(master).Rekey(person, Ct)).ShouldBeTrue();
        var fresh = (await Fresh(master).Find([person], Ct))[person];
        fresh.Version.ShouldBe(2);
        fresh.Key.ShouldNotBe(old.Key);
        await using var connection = await _keys.OpenConnectionAsync(Ct);
        var fields = await PersonFields.Read(connection, person, Ct);
        fields.Select(field => fresh.Open(field.Field, field.Value)).ShouldBe(["Teratai", "0000000000000011"]);
        Should.Throw<CryptographicException>(() => old.Open("name", fields[0].Value));
        (await Scalar<long>($"select count(*) from vault.data_key where subject = '{person}'")).ShouldBe(1);
        (await Rotation(master).Rekey(Guid.CreateVersion7(), Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hosts_that_ask_at_once_get_the_same_key()
    {
        var master = FileMasterKey.LoadOrCreate(_directory);
        var subject = Guid.CreateVersion7();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Fresh(master).FindOrCreate([subject], KeyKinds.Narrative, Ct)));
        both.Select(keys => Convert.ToHexString(keys[subject].Key)).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("select * from vault.data_key")]
    [InlineData("select * from vault.field")]
    [InlineData("select * from vault.identifier")]
    [InlineData("delete from vault.person")]
    public async Task The_runtime_role_cannot_read_the_vault(string sql)
    {
        await using var command = database.Runtime.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_role_of_the_vault_cannot_read_a_case()
    {
        await using var command = _keys.CreateCommand("select * from public.mt_events");
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private DataKeys Fresh(IMasterKey master) => new(_keys, master, new DataKeyCache(TimeProvider.System));

    private KeyRotation Rotation(IMasterKey master) => new(_keys, master, Fresh(master), new DataKeyCache(TimeProvider.System));

    private async Task Rewrap(Guid subject, WrappedKey wrapped)
    {
        await using var command = _keys.CreateCommand("update vault.data_key set master = $2, wrapped = $3 where subject = $1");
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(wrapped.Master);
        command.Parameters.AddWithValue(wrapped.Bytes);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var command = _keys.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}
