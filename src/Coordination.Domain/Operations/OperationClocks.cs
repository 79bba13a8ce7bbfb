using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

/// <summary>What a joint operation waits for: the chair, the orders, an outcome for everybody, the report and the agencies' answers to it.</summary>
public static class OperationClocks
{
    public static StreamClock Clock { get; } = new StreamClock<JointOperation>(OperationDecider.Kind, 2, Running);

    /// <summary>
    /// Every later clock begins with the conclusion: an operation that nobody concludes would be late with nothing. A clock of its own, so that what the
    /// other has raised keeps its name.
    /// </summary>
    public static StreamClock OfConclusion { get; } = new StreamClock<JointOperation>(OperationDecider.Kind, 1, Unconcluded);

    private static IEnumerable<Deadline> Unconcluded(JointOperation operation)
    {
        if (operation is { Status: OperationStatus.Started, Conclusion: { } conclusion })
        {
            yield return Of(
                operation, "conclusion", Severity.Medium, conclusion.Since, conclusion.Due, [LeadUnit(operation)], operation.Lead.Unit);
        }
    }

    private static IEnumerable<Deadline> Running(JointOperation operation) => operation switch
    {
        { Status: OperationStatus.Final, ConcludedAt: { } concluded } => Outcomes(operation, concluded),
        { IsClosed: true } or { Proposal: null } => [],
        { Status: OperationStatus.Proposed } => [Approval(operation)],
        { ConcludedAt: { } concluded } => [.. Orders(operation), .. Outcomes(operation, concluded), .. Report(operation, concluded)],
        _ => Orders(operation),
    };

    private static Deadline Approval(JointOperation operation) => Of(
        operation, "approval", Severity.Medium, operation.ProposedAt,
        WorkingCalendar.EndOf(operation.ProposedAt, ServiceLevels.OperationApprovalDays, operation.Place),
        [Audiences.Agency(operation.Lead.Agency), Audiences.Agency(Agencies.TaskForce)], operation.Lead.Unit);

    /// <summary>A day before the planned start; after an urgent start, when its one day is over (Permenimipas 2/2025 Ps 30).</summary>
    private static IEnumerable<Deadline> Orders(JointOperation operation)
    {
        var due = operation.StartedAt is { } started
            ? WorkingCalendar.EndOfDay(started, ServiceLevels.UrgentOrderDays, operation.Place)
            : operation.Proposal!.Target.From - ServiceLevels.OrderNotice;
        return operation.WithoutOrder.Select(agency => Of(
            operation, operation.StartedAt is null ? $"order/{agency}" : $"order-late/{agency}", Severity.High, operation.ProposedAt, due,
            [Audiences.Agency(agency), LeadUnit(operation)], agency));
    }

    private static IEnumerable<Deadline> Outcomes(JointOperation operation, DateTimeOffset concluded) => operation.WithoutOutcome.Select(person =>
    {
        var since = person.KnownAt > concluded ? person.KnownAt : concluded;
        return Of(operation, $"outcome/{person.Person}", Severity.High, since, since + ServiceLevels.OperationOutcome,
            [LeadUnit(operation), Audiences.Agency(Agencies.TaskForce)], operation.Lead.Unit) with { Subjects = [person.Person] };
    });

    private static IEnumerable<Deadline> Report(JointOperation operation, DateTimeOffset concluded)
    {
        string[] lead = [LeadUnit(operation), Audiences.Agency(Agencies.TaskForce)];
        var final = WorkingCalendar.EndOf(concluded, ServiceLevels.OperationReportDays, operation.Place);
        if (operation.Draft is null)
        {
            yield return Of(operation, "draft", Severity.Medium, concluded,
                WorkingCalendar.EndOf(concluded, ServiceLevels.OperationDraftDays, operation.Place), lead, operation.Lead.Unit);
        }

        yield return Of(operation, "final", Severity.High, concluded, final, lead, operation.Lead.Unit);
        if (operation is not { Draft: { } draft, DraftIsOutdated: false })
            yield break;
        // Whoever has not answered hears of it while there is still time.
        foreach (var agency in operation.WithoutAnswer)
        {
            yield return Of(operation, $"answer/{draft.Draft}/{agency}", Severity.Medium, concluded, final - ServiceLevels.OperationAnswerNotice,
                [Audiences.Agency(agency)], agency);
        }
    }

    private static string LeadUnit(JointOperation operation) => Audiences.Unit(operation.Lead.Agency, operation.Lead.Unit);

    private static Deadline Of(
        JointOperation operation, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, IReadOnlyList<string> recipients, string holder)
    {
        var what = step.Split('/', 2)[0];
        return new(AlertCodes.OperationLate, step, severity, since, due, recipients, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = what, ["unit"] = holder, ["due"] = due.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        })
        {
            Case = operation.Proposal!.Case, Place = operation.Place,
        };
    }
}
