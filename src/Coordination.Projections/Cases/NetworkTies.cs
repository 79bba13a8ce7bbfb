using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Projections.Cases;

/// <summary>What brokers, links, companies, bans and advisories rest on.</summary>
internal static class NetworkTies
{
    public static TimelineTies Of(Guid stream, object body) => body switch
    {
        BrokerProfileOpened e => Sourced(stream, e.Case, e.Sources),
        AliasLinked e => Sourced(stream, null, e.Sources),
        ContactPointLinked e => Sourced(stream, null, e.Sources),
        AreaLinked e => Sourced(stream, null, e.Sources),
        BrokerProfileMerged e => Sourced(stream, null, [.. e.Sources, .. e.Profiles]),
        NetworkLinkAsserted e => Sourced(stream, e.Case, [e.Source, .. Ends(e.From), .. Ends(e.To)]),
        NetworkLinkConfirmed { Source: { } source } => Sourced(stream, null, [source]),
        P3MIInspected e => TimelineTies.On(stream, e.Case, e.Sources),
        FinancialInquiryRequested e => TimelineTies.On(stream, e.Case, e.Sources),
        IllegalJobAdReported e => TimelineTies.On(stream, e.Case, e.Sources),
        UrgentExitBanRequested e => TimelineTies.On(stream, e.Case, e.Sources),
        ExitBanDecided e => TimelineTies.On(stream, e.Case, e.Sources),
        EntryBanRequested e => TimelineTies.On(stream, e.Case, e.Sources),
        NetworkWarningIssued e => TimelineTies.On(stream, e.Case, e.Sources),
        TpiAdvisoryPublished e => TimelineTies.On(stream, e.Case, [.. e.Sources ?? [], .. Known(e.Warning)]),
        AdvisoryHitRecorded e => TimelineTies.On(stream, null, e.Sources),
        _ => TimelineTies.None,
    };

    // A source is named by its stream or by one event of it.
    private static TimelineTies Sourced(Guid stream, CaseId? held, IReadOnlyList<Guid> sources) =>
        TimelineTies.On(stream, held, sources) with { Evidence = sources };

    private static IEnumerable<Guid> Ends(NetworkEnd end) => Known(end.Stream);

    private static IEnumerable<Guid> Known(Guid? stream) => stream is { } known ? [known] : [];
}
