using Coordination.Host.Store;
using Coordination.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Conventions;

/// <summary>Every table with case data is under row security, and the roles of the product cannot get around it. A new table fails here until
/// it is protected, or stands below with the reason why it need not be.</summary>
public sealed class RowSecurityTests(Database database) : IClassFixture<Database>
{
    /// <summary>Tables without row security that a role of the product reaches, and why. The vault is reached by its own role alone.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["coordination.gate"] = "never holds a row",
        ["coordination.schema_version"] = "names of migrations",
        ["coordination.node"] = "processes",
        ["coordination.shard_lease"] = "names and positions of views",
        ["coordination.rebuild"] = "names and positions of views",
        ["coordination.account"] = "who may sign in; no case",
        ["coordination.access_token"] = "hashes of tokens; no case",
        ["coordination.data_protection_key"] = "keys of cookies; no case",
        ["coordination.case_number"] = "a counter per year",
        ["coordination.access_entry"] = "who looked at what: the role that answers viewers only writes it",
        ["coordination.second_factor"] = "sealed secrets of sign-in; no case",
        ["coordination.recovery_code"] = "hashes of recovery codes; no case",
        ["coordination.client_secret"] = "hashes of secrets of agency systems; no case",
        ["coordination.invitation"] = "hashes of invitations; no case",
        ["coordination.lookup_use"] = "how often whom asks: keyed hashes; no case",
        ["coordination.limit_bucket"] = "how much whom asks: logins and keyed hashes; no case",
        ["coordination.wrong_try"] = "keyed hashes of names that were tried; no case",
        ["coordination.tree"] = "sizes of the hash trees",
        ["coordination.tree_leaf"] = "hashes and positions",
        ["coordination.tree_tile"] = "hashes",
        ["coordination.checkpoint"] = "signed heads, public to members",
        ["coordination.witness"] = "keys of witnesses, public to members",
        ["coordination.cosignature"] = "signatures, public to members",
        ["coordination.tree_rewind"] = "sizes of heads",
        ["coordination.tree_audit"] = "where the audit stands",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_is_under_forced_row_security_or_says_why_not()
    {
        var open = await Lines(database.Owner, """
            select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f')
              and (has_table_privilege('coord_rt', c.oid, 'select') or has_table_privilege('coord_daemon', c.oid, 'select')
                   or n.nspname in ('readmodel', 'coordination', 'public'))
              and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_t%'
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles = array['coord_daemon'::regrole::oid]))
            order by 1
            """);
        open.ShouldBe(Exempt.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task A_policy_for_viewers_is_for_reading_and_for_nobody_else()
    {
        (await Lines(database.Owner, """
            select format('%s.%s %s', schemaname, tablename, policyname) from pg_policies
            where not (policyname = 'daemon' and roles = '{coord_daemon}') and not (policyname = 'viewer' and roles = '{coord_rt}' and cmd = 'SELECT')
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_view_or_function_of_the_owner_opens_a_way_around()
    {
        (await Lines(database.Owner, """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
            union all
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('coord_rt', p.oid, 'execute')
            order by 1
            """)).ShouldBe(
                ["coordination.door(uuid)", "coordination.member_through(uuid)", "coordination.open_doors_before(bigint,integer)"],
                "their own test says what these tell");
    }

    [Fact]
    public async Task What_runs_as_the_owner_tells_nothing_where_nobody_looks()
    {
        await using var filled = await Database.Create();
        await Fill(filled);
        const string Asked = """
            select 'door ' || coordination.door(c) from unnest($1::uuid[]) c where coordination.door(c) > 0
            union all select 'member' from unnest($1::uuid[]) c where coordination.member_through(c)
            union all select 'listed' from coordination.open_doors_before(9223372036854775807, 100)
            """;
        var all = await Lines(filled.Daemon, "select case_id::text from readmodel.timeline_case union select node::text from readmodel.timeline_link");
        all.ShouldNotBeEmpty();
        var asked = Asked.Replace("$1", $"'{{{string.Join(",", all)}}}'", StringComparison.Ordinal);
        (await Lines(filled.Runtime, asked)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_viewer_no_table_shows_a_row()
    {
        await using var filled = await Database.Create();
        await Fill(filled);
        var tables = await Readable(filled);
        tables.Count.ShouldBeGreaterThan(10);
        foreach (var table in tables)
        {
            (await Count(filled.Daemon, table)).ShouldBe(1, table);
            (await Count(filled.Runtime, table)).ShouldBe(0, table);
        }
    }

    [Theory]
    [InlineData(DatabaseRoles.Runtime)]
    [InlineData(DatabaseRoles.Daemon)]
    public async Task A_role_of_the_product_owns_nothing_and_gets_around_nothing(string role)
    {
        (await Lines(database.Owner, $"""
            select format('%s', r) from pg_roles r where rolname = '{role}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
            union all select format('member of %s', m.roleid::regrole) from pg_auth_members m where m.member = '{role}'::regrole
            union all select format('owns %s', oid::regclass) from pg_class where relowner = '{role}'::regrole
            union all select format('may create in %s', nspname) from pg_namespace where has_schema_privilege('{role}', oid, 'create')
            """)).ShouldBeEmpty();
    }

    // The daemon writes a viewer's tables by the projections; here one row each is enough, whatever it says.
    private static async Task Fill(Database filled)
    {
        await using var fill = filled.Owner.CreateCommand("""
            do $$
            declare t record; columns text; made text;
            begin
                set session_replication_role = replica;
                for t in select c.oid, c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relrowsecurity
                         and has_table_privilege('coord_rt', c.oid, 'select') loop
                    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg(case format_type(atttypid, null)
                        when 'uuid' then '''00000000-0000-0000-0000-000000000001''' when 'text[]' then '''{*,members}''' when 'uuid[]' then '''{}'''
                        when 'timestamp with time zone' then 'now()' when 'date' then 'current_date' when 'boolean' then 'false'
                        when 'jsonb' then '''{"agency":"IMIGRASI","marking":{"level":"B","audience":["*"]}}'''
                        when 'text' then '''IMIGRASI''' when 'character varying' then '''x''' when 'bytea' then '''x''' else '1' end, ', ' order by attnum)
                    into columns, made from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped;
                    execute format('insert into %s (%s) overriding system value values (%s)', t.name, columns, made);
                end loop;
                set session_replication_role = origin;
            end $$
            """);
        await fill.ExecuteNonQueryAsync(Ct);
    }

    private static Task<List<string>> Readable(Database filled) => Lines(filled.Owner, """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relrowsecurity and has_table_privilege('coord_rt', c.oid, 'select') order by 1
        """);

    private static async Task<long> Count(NpgsqlDataSource source, string table) =>
        long.Parse((await Lines(source, $"select count(*)::text from {table}")).Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string>> Lines(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(Ct))
            lines.Add(reader.GetString(0));
        return lines;
    }
}
