using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Projections.Cases;
using Npgsql;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests;

/// <summary>Sessions that answer viewers go from one to the next without being reset.</summary>
public sealed class ViewerSessionTests(World world) : IClassFixture<World>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_knows_nothing_of_the_viewer_who_had_it_before()
    {
        var file = new CaseId(Guid.CreateVersion7());
        await world.Tell(file.Value, new CaseOpened("Kasus", MigrationPhase.BeforeDeparture, "Uji", [], [], ["IMIGRASI", "POLRI"], "KASUS-1"), Batam, Monday);
        await world.Settle();
        var one = new NpgsqlConnectionStringBuilder(world.Runtime.ConnectionString) { MaxPoolSize = 1, NoResetOnClose = true };
        await using var pool = NpgsqlDataSource.Create(one.ConnectionString);
        var timeline = new CaseTimelineQueries(pool, new(world.Types, new EventSerializer(EventJson.Stored)));
        // Below Rahasia, so that what is withheld is counted, too.
        (await timeline.Page(Viewer(Batam with { Clearance = Level.T }), file, new(Limit: 1), Ct))!.Items.ShouldHaveSingleItem();

        await using var connection = await pool.OpenConnectionAsync(Ct);
        (await Read(connection, "select count(*)::text from readmodel.case_timeline")).ShouldBe("0");
        var told = await Read(
            connection,
            """
            select coalesce(string_agg(setting, ','), '')
            from unnest(array['agency', 'groups', 'clearance', 'cases', 'doors', 'least', 'inside', 'until_key', 'until_position']) as setting
            where coalesce(current_setting('coord.' || setting, true), '') <> ''
            """);
        told.ShouldBeEmpty();
    }

    private static async Task<string> Read(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Written above.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
