using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Networks;
using Coordination.Domain.Outreach;
using Coordination.Domain.Operations;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Screening;
using Coordination.Domain.Sharing;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;
using Coordination.EventStore;

namespace Coordination.Projections.Cases;

/// <summary>
/// What an event says about cases and connections. Only the few types named here have their bodies read; of all others the persons in the
/// envelope are enough.
/// </summary>
/// <param name="Opens">The event opens the case of its own stream.</param>
/// <param name="Members">Agencies that become members of the case of its own stream.</param>
/// <param name="Holds">Streams and persons that a case holds from now on.</param>
/// <param name="Basis">Streams that the event's stream rests on.</param>
/// <param name="Evidence">Events whose streams the event's stream rests on.</param>
/// <param name="Readers">Groups that may read the event's stream, or what it shares, from now on.</param>
internal sealed record TimelineTies(
    bool Opens, IReadOnlyList<string> Members, IReadOnlyList<(Guid Case, Guid Node)> Holds, IReadOnlyList<Guid> Basis,
    IReadOnlyList<Guid> Evidence,
    IReadOnlyList<string> Readers)
{
    /// <summary>Agencies that are no longer members of the case of its own stream.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The event's stream says something about each of its inputs: what is taken back of one of them is taken back of it.</summary>
    public bool Derives { get; init; }

    /// <summary>The stream whose readers change, where that is not the event's own.</summary>
    public Guid? Shared { get; init; }

    /// <summary>Nobody but these groups, and those added later, reads it from now on.</summary>
    public IReadOnlyList<string>? Keep { get; init; }

    /// <summary>The task force is a member of every joint case.</summary>
    private const string TaskForce = "SATGAS";

    internal static readonly TimelineTies None = new(false, [], [], [], [], []);

    private static readonly HashSet<Type> Makers =
    [
        typeof(CaseOpened), typeof(CaseSourceLinked), typeof(CaseSubjectAdded), typeof(CaseMemberAdded), typeof(CaseMemberRemoved),
        typeof(HandoffProposed), typeof(TravellerHandedToProtection), typeof(FacilitatorHandedToPolice),
        typeof(IntelligenceReportFiled), typeof(IntelligenceShared), typeof(PoliceReportRegistered), typeof(ShelterAdmitted),
        typeof(InvestigationStarted), typeof(ExploitationIndicated), typeof(CompetenceConflictRaised), typeof(EvidenceRegistered),
        typeof(WatchEntryProposed), typeof(AlertRaised), typeof(AlertAssigned), typeof(AlertEscalated),
        typeof(SharingWidened), typeof(SharingNarrowed),
        typeof(BreakGlassOpened), typeof(TipTriaged), typeof(TipAssigned), typeof(TipConverted), typeof(VillageVerificationRequested),
        typeof(OriginReturnFacilitated), typeof(PassportWithdrawn),
        typeof(BreakGlassOpened), typeof(JointOperationProposed), typeof(TimporaMeetingConvened), typeof(ActionItemCompleted),
        typeof(WatchHit), typeof(BrokerProfileOpened), typeof(AliasLinked), typeof(ContactPointLinked), typeof(AreaLinked),
        typeof(VictimReferred), typeof(VictimStatusDetermined), typeof(ServiceConsentGiven), typeof(ServiceLinkedToMatter), typeof(ReVictimisationDetected),
        typeof(HandedToLocalGovernment), typeof(WitnessProtectionRequested),
        typeof(AdministrativeActionProposed), typeof(AdministrativeActionImposed),
        typeof(BrokerProfileMerged), typeof(NetworkLinkAsserted), typeof(NetworkLinkConfirmed), typeof(P3MIInspected), typeof(FinancialInquiryRequested),
        typeof(IllegalJobAdReported), typeof(UrgentExitBanRequested), typeof(ExitBanDecided), typeof(EntryBanRequested), typeof(NetworkWarningIssued),
        typeof(TpiAdvisoryPublished), typeof(AdvisoryHitRecorded),
    ];

    /// <summary>Aliases of the few types.</summary>
    public static IReadOnlySet<string> Bodies { get; } =
        EventNames.All.Where(name => Makers.Contains(name.Value)).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);

    public static TimelineTies? Of(Recorded recorded) =>
        Makers.Contains(recorded.Type.ClrType) ? Read(recorded.Stream, recorded.Body) : null;

    /// <summary>Streams that an event says its own rests on.</summary>
    public static IReadOnlyList<Guid> BasisOf(Guid stream, object body) => Read(stream, body).Basis;

    private static TimelineTies Read(Guid stream, object body) => body switch
    {
        CaseOpened opened => Opened(stream, opened),
        CaseSourceLinked linked => None with { Holds = [(stream, linked.Source.Stream)] },
        CaseSubjectAdded added => None with { Holds = [(stream, added.Subject.Person.Value)] },
        CaseMemberAdded joined => None with { Members = [joined.Agency] },
        CaseMemberRemoved left => None with { Left = [left.Agency] },
        HandoffProposed handoff => On(stream, handoff.Case, [.. handoff.Sources ?? [], .. Streams(handoff.ParentHandoffId)]),
        TravellerHandedToProtection handoff => On(stream, handoff.Case, [.. handoff.Sources ?? [], .. Streams(handoff.ParentHandoffId)]),
        FacilitatorHandedToPolice handoff => On(stream, handoff.Case, [.. handoff.Sources ?? [], .. Streams(handoff.ParentHandoffId)]),
        IntelligenceReportFiled report => On(stream, report.Case, null),
        IntelligenceShared shared => None with { Readers = [.. shared.Recipients.Select(recipient => recipient.ToAudience())] },
        PoliceReportRegistered report => On(stream, report.Case, Streams(report.Handoff)),
        InvestigationStarted started => On(stream, started.Case, Streams(started.Handoff)),
        ExploitationIndicated indicated => On(stream, indicated.Case, Streams(indicated.Handoff)),
        CompetenceConflictRaised raised => On(stream, raised.Case, [.. Streams(raised.Handoff), .. Streams(raised.Matter)]),
        EvidenceRegistered item => On(stream, item.Case, [.. Streams(item.Handoff), .. Streams(item.Matter)]),
        ShelterAdmitted admitted => On(stream, admitted.Case, Streams(admitted.Handoff)),
        VictimReferred referred => On(stream, referred.Case, Streams(referred.BasedOn)),
        VictimStatusDetermined determined => On(stream, determined.Case, null),
        ServiceConsentGiven consent => On(stream, consent.Case, Streams(consent.Handoff)),
        ServiceLinkedToMatter linked => On(stream, linked.Case, [linked.Matter]),
        HandedToLocalGovernment handed => None with { Readers = [Audiences.Unit(handed.Agency, handed.Unit)] },
        WitnessProtectionRequested => None with { Readers = [Audiences.Agency("LPSK")] },
        ReVictimisationDetected seen => On(stream, null, Streams(seen.BasedOn)),
        AdministrativeActionProposed action => On(stream, action.Case, action.BasedOn),
        AdministrativeActionImposed action => On(stream, action.Case, null),
        WatchEntryProposed entry => On(stream, entry.Case, entry.Sources),
        WatchHit hit => On(stream, null, hit.Sources),
        BrokerProfileEvent or NetworkLinkEvent or P3MIEvent or FinancialInquiryEvent or JobAdEvent or TravelBanEvent => NetworkTies.Of(stream, body),
        NetworkWarningEvent or TpiAdvisoryEvent => NetworkTies.Of(stream, body),
        AlertRaised alert => On(stream, alert.Case, null) with { Evidence = alert.Evidence, Derives = true },
        JointOperationProposed operation => On(stream, operation.Case, operation.Sources),
        TimporaMeetingConvened meeting => On(stream, meeting.Case, meeting.Sources),
        ActionItemCompleted { Operation: { } operation } => On(stream, null, [operation]),
        BreakGlassOpened opened => On(stream, opened.Case, null),
        TipTriaged triaged => None with { Basis = One(triaged.Same) },
        TipAssigned assigned => None with { Readers = [Audiences.Unit(assigned.ToAgency, assigned.ToUnit)] },
        // What it led to rests on the tip: a case that holds the one holds the other, its history included.
        TipConverted { Into: TipConversion.Case } converted => None with { Holds = [(converted.Target, stream)] },
        TipConverted converted => None with { Basis = [converted.Target] },
        VillageVerificationRequested asked => On(stream, asked.Case, One(asked.Concerning)),
        OriginReturnFacilitated home => On(stream, home.Case, Streams(home.Handoff)),
        PassportWithdrawn withdrawn => None with { Basis = One(withdrawn.Application) },
        AlertAssigned given => None with { Readers = [given.Reader()] },
        AlertEscalated escalated => None with { Readers = escalated.Recipients },
        SharingWidened widened => None with
        {
            Shared = widened.Thing.Stream, Readers = [.. widened.Recipients.Select(recipient => recipient.ToAudience())],
        },
        SharingNarrowed narrowed => None with { Shared = narrowed.Thing.Stream, Keep = [.. ThingSharing.KeptBy(narrowed)] },
        _ => None,
    };

    private static TimelineTies Opened(Guid stream, CaseOpened opened) => None with
    {
        Opens = true,
        Members = [.. opened.Members, TaskForce],
        Holds =
        [
            (stream, stream),
            .. opened.Sources.Select(source => (stream, source.Stream)),
            .. opened.Subjects.Select(subject => (stream, subject.Person.Value)),
        ],
    };

    internal static TimelineTies On(Guid stream, CaseId? held, IReadOnlyList<Guid>? basis) => None with
    {
        Holds = held is { } id ? [(id.Value, stream)] : [],
        Basis = basis ?? [],
    };

    private static Guid[] One(Guid? stream) => stream is { } id ? [id] : [];
    private static Guid[] Streams(Guid? stream) => stream is { } id ? [id] : [];

    private static Guid[] Streams(HandoffId? handoff) => handoff is { } id ? [id.Value] : [];
}
