using System.Text.RegularExpressions;
using Coordination.Domain;
using Coordination.Host.Tests.Conventions;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Snapshots;

public sealed partial class SnapshotConventionTests
{
    /// <summary>Kinds that are not read as snapshots, and what reads them.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["officer"] = "MemberDirectory",
        ["unit"] = "MemberDirectory",
        ["agency"] = "MemberDirectory",
        ["task_force"] = "MemberDirectory",
        ["break_glass"] = "BrokenGlass",
        ["handoff"] = "HandoffInbox",
        ["intelligence_report"] = "IntelligenceBoard",
        ["case"] = "CaseSummary",
        ["alert"] = "AlertBoard",
        ["rule_setting"] = "the list of rules",
        ["audit"] = "nobody's work: refused commands",
        ["deconfliction"] = "PrivacyBoard",
        ["contact_notice"] = "PrivacyBoard",
        ["subject_request"] = "PrivacyBoard",
        ["retention"] = "PrivacyBoard",
        ["legal_hold"] = "PrivacyBoard",
        ["breach"] = "PrivacyBoard",
        ["access_anomaly"] = "PrivacyBoard",
        ["sharing"] = "SharingBoard",
        ["erasure"] = "its own certificate",
        ["joint_operation"] = "the pages and report of operations",
    };

    [Fact]
    public void Every_kind_of_stream_is_a_snapshot_or_says_what_else_reads_it()
    {
        var kinds = Catalogue.Kinds.Select(kind => kind.Type).ToList();
        kinds.Where(kind => SnapshotKinds.Find(kind) is null != Others.ContainsKey(kind)).ShouldBeEmpty();
        SnapshotKinds.All.Select(kind => kind.Type).Except(kinds).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SnapshotListPage", "")]
    [InlineData("SnapshotPage", "/{Id:guid}")]
    [InlineData("NewSnapshotPage", "/baru")]
    public void Every_kind_has_its_addresses_and_there_are_no_others(string page, string suffix)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "Coordination.Host", "Snapshots", $"{page}.razor"));
        Address().Matches(text).Select(match => match.Groups["path"].Value).ShouldBe(SnapshotKinds.All.Select(kind => $"/{kind.Page}{suffix}"), ignoreOrder: true);
    }

    [Fact]
    public void No_two_kinds_share_a_name_a_route_or_an_address()
    {
        SnapshotKinds.All.Select(kind => kind.Type).ShouldBeUnique();
        SnapshotKinds.All.Select(kind => kind.Plural).ShouldBeUnique();
        SnapshotKinds.All.Select(kind => kind.Page).ShouldBeUnique();
        SnapshotKinds.All.ShouldAllBe(kind => kind.Statuses.Select(status => status.Code).Distinct().Count() == kind.Statuses.Count);
    }

    [GeneratedRegex("""^@page "(?<path>[^"]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
