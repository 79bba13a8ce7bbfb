using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public enum NoticeRecipient
{
    Prosecutor,
    ReporterOrVictim,
    Suspect,
}

/// <summary>Where a matter stands; each step needs the one before it.</summary>
public enum MatterStage
{
    None,

    /// <summary>Reported or under investigation.</summary>
    Open,

    /// <summary>Tahap I: the file lies with the prosecutor.</summary>
    Submitted,

    /// <summary>P-18 or P-19: the file lies with the investigator.</summary>
    Returned,

    /// <summary>P-21.</summary>
    Complete,

    /// <summary>Tahap II.</summary>
    Transferred,

    Indicted,
    Judged,

    /// <summary>SP3.</summary>
    Terminated,
}

/// <summary>Who goes on, as immigration and police see it together.</summary>
public enum MatterRoute
{
    /// <summary>Trafficking: the police take it over.</summary>
    Police,

    /// <summary>No trafficking after all: immigration goes on.</summary>
    Immigration,
}

public enum FileReturn
{
    P18,
    P19,
}

public enum VerdictOutcome
{
    Convicted,

    /// <summary>Bebas: not proven.</summary>
    Acquitted,

    /// <summary>Lepas: proven, but no crime.</summary>
    Released,
}

/// <summary>Grounds on which an investigation ends without a trial.</summary>
public enum TerminationGround
{
    NotEnoughEvidence,
    NoCrime,

    /// <summary>Demi hukum: death, lapse of time, judged before.</summary>
    ByLaw,
}

/// <summary>One victim's restitution on its way; amounts in whole rupiah.</summary>
public sealed record RestitutionStand(PersonRef Victim)
{
    public string? AssessmentNumber { get; init; }

    public string? ClaimNumber { get; init; }

    public long Claimed { get; init; }

    public string? DecisionNumber { get; init; }

    public long Ordered { get; init; }

    /// <summary>When the time to pay began.</summary>
    public DateTimeOffset? PayableSince { get; init; }

    public IReadOnlyList<string> Receipts { get; init; } = [];

    public long Paid { get; init; }

    internal RestitutionStand Paying(RestitutionPaid payment) => this with
    {
        Receipts = [.. Receipts, payment.ReceiptNumber], Paid = Paid + payment.AmountRupiah,
    };
}
