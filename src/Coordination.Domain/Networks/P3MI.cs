using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <param name="DueOn">Null while no corrective action was demanded.</param>
public sealed record Finding(
    string Number, string Unit, string Agency, DateTimeOffset RaisedAt, DateOnly RaisedOn, DateOnly? DueOn = null, DateTimeOffset? DemandedAt = null,
    bool IsCompleted = false)
{
    /// <summary>Day by which it is put right: two weeks where nothing else is said.</summary>
    public DateOnly LastDay => DueOn ?? RaisedOn.AddDays(ServiceLevels.FindingCorrectionDays);
}

public sealed record Sanction(
    string DecreeNumber, SanctionKind Kind, DateOnly From, DateOnly? Until, Officer By, DateTimeOffset At, bool IsLifted = false)
{
    /// <summary>A warning ends nothing; a suspension bars on its days, a revocation for good.</summary>
    public bool BarsOn(DateOnly day) => !IsLifted && Kind != SanctionKind.Warning && From <= day && !(day > Until);
}

public sealed record Inspector(string Agency, string Unit);

/// <summary>One placement company.</summary>
public sealed record P3MI
{
    public static P3MI None { get; } = new();

    /// <summary>Null before it is registered.</summary>
    public string? LicenceNumber { get; private init; }

    public LicenceStatus Status { get; private init; }

    public DateOnly StatusSince { get; private init; }

    public IReadOnlyList<string> Inspections { get; private init; } = [];

    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    public IReadOnlyList<Sanction> Sanctions { get; private init; } = [];

    /// <summary>Units that inspected it: they follow what becomes of it.</summary>
    public IReadOnlyList<Inspector> Inspectors { get; private init; } = [];

    /// <summary>It may send workers off on that day.</summary>
    public bool MayPlaceOn(DateOnly day) => Status == LicenceStatus.Active && !Sanctions.Any(sanction => sanction.BarsOn(day));

    public Finding? FindFinding(string number) => Findings.FirstOrDefault(finding => finding.Number == number);

    public Sanction? FindSanction(string decree) => Sanctions.FirstOrDefault(sanction => sanction.DecreeNumber == decree);

    public static P3MI Evolve(P3MI company, P3MIEvent happened, Envelope envelope) => happened switch
    {
        P3MIRegistered e => company with { LicenceNumber = e.LicenceNumber, Status = e.Status, StatusSince = envelope.Day },
        LicenceStatusChanged e => company with { Status = e.Status, StatusSince = e.Since },
        P3MIInspected e => company with
        {
            Inspections = [.. company.Inspections, e.InspectionNumber],
            Inspectors = [.. company.Inspectors.Append(new(envelope.By.Agency, envelope.By.Unit)).Distinct()],
        },
        FindingRaised e => company with
        {
            Findings = [.. company.Findings, new(e.FindingNumber, envelope.By.Unit, envelope.By.Agency, envelope.OccurredAt, envelope.Day)],
        },
        CorrectiveActionDue e => company.With(e.FindingNumber, finding => finding with { DueOn = e.DueOn, DemandedAt = envelope.OccurredAt }),
        CorrectiveActionCompleted e => company.With(e.FindingNumber, finding => finding with { IsCompleted = true }),
        P3MISanctioned e => company with
        {
            Sanctions = [.. company.Sanctions, new(e.DecreeNumber, e.Kind, e.From, e.Until, envelope.By, envelope.OccurredAt)],
        },
        SanctionLifted e => company.With(e.DecreeNumber, sanction => sanction with { IsLifted = true }),
        SanctionExtended e => company.With(e.DecreeNumber, sanction => sanction with { Until = e.Until, At = envelope.OccurredAt }),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a placement company."),
    };

    private P3MI With(string number, Func<Finding, Finding> change) =>
        this with { Findings = [.. Findings.Select(finding => finding.Number == number ? change(finding) : finding)] };

    private P3MI With(string decree, Func<Sanction, Sanction> change) =>
        this with { Sanctions = [.. Sanctions.Select(sanction => sanction.DecreeNumber == decree ? change(sanction) : sanction)] };
}
