using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: a log that was restored to an earlier time is not signed on as if nothing had been, and when it is, everybody is told.</summary>
public sealed class RecoveryTests(LogFixture world) : IClassFixture<LogFixture>
{
    private const string Restored = """
        create temp table cut as select (max(seq_id) + min(seq_id)) / 2 as position from public.mt_events;
        delete from public.mt_events where seq_id > (select position from cut);
        update public.mt_streams s set version = (select count(*) from public.mt_events e where e.stream_id = s.id);
        delete from coordination.tree_leaf where tree = 1; delete from coordination.tree_tile where tree = 1;
        update coordination.tree set size = 0, position = 0, frontier = '', owner = null, expires = '-infinity' where tree = 1;
        delete from coordination.checkpoint where tree = 1
        """;

    [Fact]
    public async Task A_shorter_log_is_not_signed_until_it_is_made_known_under_a_new_name()
    {
        for (var i = 0; i < 4; i++)
            await world.OpenCase();
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var old = world.Events.Signer.Verifier;
        await world.Api.Stop();
        var lost = world.Remembered("log");
        await world.Sql(Restored);
        await world.Api.Restart();
        await LogFixture.Until(async () => (await world.Status())["audit"]!["refusal"]?.ToString().Contains("signed by this Host", StringComparison.Ordinal) == true, "it refuses");
        (await world.Heads.Latest(world.Events, ApiFixture.Ct)).ShouldBeNull("the table was emptied, and nothing was signed since");

        // What the witnesses have, or a copy of the table, tells from where.
        await world.Sql($"insert into coordination.checkpoint (tree, size, position, root, origin, note) values (1, {lost.Size}, 0, '\\x{Convert.ToHexString(lost.Root)}', '{old.Name}', '{SignedNote.Sign(lost.Text, world.Events.Signer)}')");
        await world.Api.Stop();
        var recovery = LogTrees.RecoveryOf(world.Api.Database.Owner, world.Api.DataDirectory, access: false);
        var note = await recovery.Rewind("Cadangan semalam dipulihkan.", TimeProvider.System.GetUtcNow(), ApiFixture.Ct);
        note.IsSignedBy(old).ShouldBeTrue();
        note.Text.ShouldContain($"from {old.Name} {lost.Size} ");

        await world.Api.Restart();
        var position = (long)(await world.OpenCase())["position"]!;
        var head = SignedNote.Parse(await world.Checkpoint(position))!;
        world.Events.Origin.ShouldBe($"{old.Name}/rewound-1");
        head.IsSignedBy(world.Events.Signer.Verifier).ShouldBeTrue();
        note.IsSignedBy(world.Events.Signer.Verifier).ShouldBeTrue();
        (await world.Status())["rewinds"]![0]!.ToString().ShouldBe(note.ToString());
        await Should.ThrowAsync<InvalidOperationException>(
            () => LogTrees.RecoveryOf(world.Api.Database.Owner, world.Api.DataDirectory, access: false).Rewind("Lagi.", TimeProvider.System.GetUtcNow(), ApiFixture.Ct));
    }
}
