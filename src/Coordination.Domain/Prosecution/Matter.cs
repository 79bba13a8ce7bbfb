using System.Diagnostics;
using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>One matter, from the report or the order of investigation on: who has it, where its file lies, what belongs to it.</summary>
public sealed partial record Matter
{
    public static Matter None { get; } = new();

    public MatterStage Stage { get; private init; }

    /// <summary>Number of the police report; null before there is one.</summary>
    public string? ReportNumber { get; private init; }

    /// <summary>The agency that investigates.</summary>
    public string Agency { get; private init; } = "";

    public string Unit { get; private init; } = "";

    /// <summary>Number of the order of investigation; null before there is one.</summary>
    public string? OrderNumber { get; private init; }

    public DateTimeOffset? StartedAt { get; private init; }

    public string? Place { get; private init; }

    public IReadOnlyList<string> Articles { get; private init; } = [];

    public Offence Offence { get; private init; } = Offence.Other;

    public ExploitationIndicated? Indication { get; private init; }

    public DateTimeOffset? IndicatedAt { get; private init; }

    /// <summary>
    /// How many joint conferences have been owed by now: signs that come up again after one was held, or was not needed, ask for another.
    /// </summary>
    [JsonIgnore]
    public int ConferencesOwed { get; private init; }

    public string? MinutesNumber { get; private init; }

    /// <summary>The last word on what offence it is and who goes on.</summary>
    public OffenceReclassified? Reclassified { get; private init; }

    public string? NoticeNumber { get; private init; }

    public string? ProsecutorOffice { get; private init; }

    public int FileVersion { get; private init; }

    /// <summary>Number of the last letter about the file.</summary>
    public string? FileLetter { get; private init; }

    /// <summary>Since when the file lies where it lies.</summary>
    public DateTimeOffset? FileSince { get; private init; }

    public FileReturn? LastReturn { get; private init; }

    /// <summary>When each version came back for the first time.</summary>
    public IReadOnlyList<DateTimeOffset> Returns { get; private init; } = [];

    public string? TransferRecord { get; private init; }

    public string? IndictmentNumber { get; private init; }

    public string? Court { get; private init; }

    public DateTimeOffset? IndictedAt { get; private init; }

    public DateOnly? DemandOn { get; private init; }

    public IReadOnlyList<string> Verdicts { get; private init; } = [];

    public string? TerminationNumber { get; private init; }

    public DateTimeOffset? TerminatedAt { get; private init; }

    public string? TerminationNotice { get; private init; }

    /// <summary>Streams of items of evidence: nothing that befalls the matter takes one away.</summary>
    public IReadOnlyList<Guid> Evidence { get; private init; } = [];

    public IReadOnlyList<HandoffId> Handoffs { get; private init; } = [];

    public IReadOnlyList<PersonRef> Suspects { get; private init; } = [];

    public IReadOnlyList<PersonRef> Victims { get; private init; } = [];

    public IReadOnlyList<RestitutionStand> Restitutions { get; private init; } = [];

    public CaseId? Case { get; private init; }

    /// <summary>Acts of investigation are the police's alone (UU 21/2007; UU 6/2011 Ps 107).</summary>
    public bool IsPoliceOnly => Offence == Offence.Trafficking || Indication is not null;

    /// <summary>
    /// Last day for the notice to the prosecutor. A later one is recorded all the same: being late is a fact, not an error.
    /// </summary>
    public static DateOnly NoticeDue(DateOnly investigationStartedOn) => investigationStartedOn.AddDays(ServiceLevels.ProsecutorNoticeDays);

    public RestitutionStand RestitutionOf(PersonRef victim) => Restitutions.FirstOrDefault(one => one.Victim == victim) ?? new(victim);

    public static Matter Evolve(Matter matter, ProsecutionEvent happened, Envelope envelope) => happened switch
    {
        PoliceReportRegistered e => matter.TakenBy(envelope).With(e.Articles, envelope).With(e.Suspects, e.Victims, null, e.Handoff, e.Case) with
        {
            ReportNumber = e.ReportNumber,
        },
        InvestigationStarted e =>
            matter.TakenBy(envelope).With(e.Articles, envelope).With(e.Suspects, e.Victims, e.Evidence, e.Handoff, e.Case) with
            {
                OrderNumber = e.OrderNumber, StartedAt = envelope.OccurredAt,
            },
        ProsecutorNotified e => matter with { NoticeNumber = e.NoticeNumber, ProsecutorOffice = e.ProsecutorOffice },
        ExploitationIndicated e => matter.OpenedBy(envelope).With(null, null, e.Evidence, e.Handoff, e.Case) with
        {
            Indication = e, IndicatedAt = envelope.OccurredAt, MinutesNumber = null,
            ConferencesOwed = matter.ConferencesOwed + (matter is { IndicatedAt: not null, MinutesNumber: null } ? 0 : 1),
        },
        CoordinationHeld e => e.Route == MatterRoute.Immigration
            ? matter with { MinutesNumber = e.MinutesNumber, Indication = null, IndicatedAt = null }
            : matter with { MinutesNumber = e.MinutesNumber },
        OffenceReclassified e => matter.As(e),
        _ => Prosecuted(matter, happened, envelope),
    };

    /// <summary>A new investigator begins anew: with its own order, its own notice and its own file, on all that was gathered.</summary>
    private Matter TakenBy(Envelope envelope) => (Agency, Unit) == (envelope.By.Agency, envelope.By.Unit)
        ? this
        : this with
        {
            Agency = envelope.By.Agency, Unit = envelope.By.Unit, Place = envelope.Place, Stage = MatterStage.Open, OrderNumber = null, StartedAt = null,
            NoticeNumber = null, ProsecutorOffice = null, FileSince = null, LastReturn = null,
        };

    private Matter OpenedBy(Envelope envelope) => Stage == MatterStage.None ? TakenBy(envelope) : this;

    private Matter With(IReadOnlyList<string> articles, Envelope envelope) => this with
    {
        Articles = articles, Offence = Offences.Of(articles, envelope.Day),
    };

    private Matter With(
        IReadOnlyList<PersonRef>? suspects, IReadOnlyList<PersonRef>? victims, IReadOnlyList<Guid>? evidence, HandoffId? handoff, CaseId? held) =>
        this with
        {
            Suspects = [.. Suspects.Union(suspects ?? [])], Victims = [.. Victims.Union(victims ?? [])],
            Evidence = [.. Evidence.Union(evidence ?? [])], Handoffs = handoff is { } one ? [.. Handoffs.Union([one])] : Handoffs, Case = held ?? Case,
        };

    private Matter As(OffenceReclassified e) => this with
    {
        Offence = e.To, Reclassified = e, Articles = e.Articles ?? Articles,
        Indication = e.To == Offence.Trafficking ? Indication : null, IndicatedAt = e.To == Offence.Trafficking ? IndicatedAt : null,
    };

    private static UnreachableException Unknown(object happened) =>
        new UnreachableException($"{happened.GetType().Name} has no case in the fold of a matter.");
}
