using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts;
using Coordination.Domain.Audit;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Outreach;
using Coordination.Domain.Privacy;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Screening;
using Coordination.Domain.Sharing;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Coordination.EventStore;

namespace Coordination.Projections;

/// <summary>A stored event with its envelope: enough to tell it.</summary>
public sealed record EventTold(string Kind, ReadOnlyMemory<byte> Data, Envelope Envelope, IReadOnlyList<PersonRef> Persons, long Position);

/// <summary>Says in one sentence what a stored event tells, without anyone's identity. A test holds that no event type lacks its
/// sentence.</summary>
public sealed class EventSentences(EventTypes types, EventSerializer serializer)
{
    /// <summary>The sentence of an event; its name where this version does not know the type.</summary>
    public Wording Of(EventTold told) =>
        types.Find(told.Kind) is { } type ? Of(serializer.Deserialize(type, told.Data.Span, told.Position), told.Envelope, told.Persons)
            : GlossOf(told.Kind);

    /// <summary>What such an event is called.</summary>
    public static Wording GlossOf(string kind) => Glosses.Of(kind);

    internal static Wording Of(object body, Envelope envelope, IReadOnlyList<PersonRef> persons) => body switch
    {
        OfficerEvent happened => MemberSentences.Of(happened, envelope),
        UnitEvent happened => MemberSentences.Of(happened, envelope),
        AgencyEvent happened => MemberSentences.Of(happened),
        TaskForceEvent happened => MemberSentences.Of(happened),
        BreakGlassEvent happened => MemberSentences.Of(happened, envelope),
        PassportApplicationEvent happened => ScreeningSentences.Of(happened, envelope, persons),
        DepartureScreeningEvent happened => ScreeningSentences.Of(happened, envelope, persons),
        OutreachSessionEvent happened => OutreachSentences.Of(happened, envelope),
        FosteredVillageEvent happened => OutreachSentences.Of(happened, envelope),
        CommunityPartnerEvent happened => OutreachSentences.Of(happened, envelope),
        VillageVerificationEvent happened => OutreachSentences.Of(happened, envelope),
        TipEvent happened => OutreachSentences.Of(happened, envelope),
        HandoffEvent happened => HandoffSentences.Of(happened, envelope),
        CaseEvent happened => CaseSentences.Of(happened, envelope),
        IntelligenceEvent happened => MatterSentences.Of(happened, envelope),
        VictimEvent happened => VictimSentences.Of(happened, envelope, persons),
        ProtectionEvent happened => ProtectionSentences.Of(happened, envelope, persons),
        AdministrativeActionEvent happened => VictimSentences.Of(happened, envelope, persons),
        ProsecutionEvent happened => ProsecutionSentences.Of(happened, envelope),
        CompetenceConflictEvent happened => ProsecutionSentences.Of(happened, envelope),
        EvidenceEvent happened => EvidenceSentences.Of(happened, envelope),
        WatchEntryEvent happened => NetworkSentences.Of(happened, envelope),
        BrokerProfileEvent happened => BrokerSentences.Of(happened, envelope),
        NetworkLinkEvent happened => BrokerSentences.Of(happened, envelope),
        P3MIEvent happened => PlacementSentences.Of(happened, envelope),
        FinancialInquiryEvent happened => PlacementSentences.Of(happened, envelope),
        JobAdEvent happened => PlacementSentences.Of(happened, envelope),
        TravelBanEvent happened => BanSentences.Of(happened, envelope),
        NetworkWarningEvent happened => AdvisorySentences.Of(happened, envelope),
        TpiAdvisoryEvent happened => AdvisorySentences.Of(happened, envelope),
        AlertEvent happened => AlertSentences.Of(happened, envelope, persons),
        RuleSettingEvent happened => RuleSettingSentences.Of(happened, envelope),
        SharingEvent happened => SharingSentences.Of(happened, envelope),
        ErasureEvent happened => ErasureSentences.Of(happened, envelope),
        OperationEvent happened => OperationSentences.Of(happened, envelope),
        MeetingEvent happened => OperationSentences.Of(happened, envelope),
        SurveillanceEvent happened => OperationSentences.Of(happened, envelope),
        CommandRejected rejected =>
            new($"Permintaan {rejected.Command} ditolak ({rejected.Code}).", $"{rejected.Command} was refused ({rejected.Code})."),
        _ => PrivacySentences.Of(body, envelope),
    };
}
