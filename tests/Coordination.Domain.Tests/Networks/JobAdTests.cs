using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Networks.P3MITests;

namespace Coordination.Domain.Tests.Networks;

public sealed class JobAdTests
{
    internal static readonly IllegalJobAdReported Reported = new(Sha256, "FACEBOOK", "Admin komputer di Kamboja.", ElangsPhone, "KH");
    internal static readonly IllegalJobAdTakenDown TakenDown = new("TKD/112");
    internal static readonly Officer Digital = new("kemkomdigi.pusat", "KEMKOMDIGI", "KEMKOMDIGI-PUSAT", OfficerRole.Officer, Level.R);

    internal static Story<JobAd, JobAdEvent, JobAdCommand> NoAd => Story.Of(JobAdDecider.Kind);

    [Fact]
    public void One_ministry_reports_and_the_other_takes_down() =>
        NoAd.When(Ministry, Monday, Reported).Then(Reported).When(Digital, Tuesday, TakenDown).Then(TakenDown).State.IsTakenDown.ShouldBeTrue();

    [Fact]
    public void The_address_is_told_by_its_hash_in_one_spelling()
    {
        NoAd.When(Ministry, Monday, Reported with { UrlSha256 = "https://fiktif" }).ThenRefused(JobAdRefusals.BadHash);
        var ad = NoAd.When(Ministry, Monday, Reported with { UrlSha256 = Sha256.ToUpperInvariant() }).Then(Reported);
        ad.When(Ministry, Tuesday, Reported).ThenNothing();
        ad.When(Ministry, Tuesday, Reported with { UrlSha256 = new string('b', 64) }).ThenRefused(JobAdRefusals.Exists);
        NoAd.When(Ministry, Monday, Reported with { Platform = "", Summary = "" }).ThenRefused(InputRefusals.Blank, "platform", "summary");
    }

    [Fact]
    public void Only_the_ministry_of_digital_affairs_takes_down()
    {
        var ad = NoAd.Given(Ministry, Monday, Reported);
        ad.When(new Officer("kemnaker", "KEMNAKER", "KEMNAKER", OfficerRole.Officer, Level.R), Tuesday, TakenDown).ThenRefused(JobAdRefusals.NotDigitalAffairs);
        ad.When(Digital, Tuesday, TakenDown with { ReferenceNumber = "" }).ThenRefused(InputRefusals.Blank, "referenceNumber");
        NoAd.When(Digital, Tuesday, TakenDown).ThenRefused(JobAdRefusals.Unknown);
    }
}
