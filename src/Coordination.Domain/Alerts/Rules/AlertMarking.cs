using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>An input of an alert, as far as its protection goes.</summary>
public sealed record AlertInput(string Agency, Marking Marking);

/// <summary>
/// What an alert may tell to whom: it says something about every one of its inputs, so it is as secret as the most secret of them, and a
/// recipient hears of it only when it might read them all. The agencies that wrote the inputs always do: it is their own information.
/// </summary>
public static class AlertMarking
{
    /// <summary>Whom the alert is for: the recipients that all inputs allow; where they allow none, those whose information it
    /// is.</summary>
    public static IReadOnlyList<string> Recipients(IReadOnlyCollection<AlertInput> inputs, IEnumerable<string> recipients) =>
        Allowed(inputs, recipients) is { Count: > 0 } allowed ? allowed : Originators(inputs);

    /// <summary>Whether one alert may tell all of them.</summary>
    public static bool Reaches(IReadOnlyCollection<AlertInput> inputs, IReadOnlyCollection<string> recipients) =>
        recipients.All(recipient => inputs.All(input => Allows(input, recipient)));

    /// <summary>
    /// Whether a group may come to hear of an alert that was raised with this marking. What its originator controls gains no reader.
    /// </summary>
    public static bool MayRead(Marking alert, string group) =>
        alert.Audience.Any(reader => Covers(reader, group)) || (!alert.IsOriginatorControlled && IsForMembers(alert));

    /// <summary>
    /// Whom silence tells at a level: the unit itself, who is above it, and from the province on the task force, each only as far as
    /// <see cref="MayRead"/> goes.
    /// </summary>
    public static IEnumerable<string> Above(IEnumerable<string> recipients, Marking alert, int level, DateOnly day)
    {
        IEnumerable<string> taskForce = level > 1 ? [Audiences.Agency(Agencies.TaskForce)] : [];
        return recipients.SelectMany(recipient => Above(recipient, level, day)).Concat(taskForce)
            .Where(group => MayRead(alert, group)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Above(string recipient, int level, DateOnly day) => recipient.Split(':', '/') switch
    {
        ["unit", var agency, var unit] => [recipient, .. Superiors.Of(agency, unit, level, day).Select(GroupOf)],
        ["agency", var agency] => Superiors.Of(agency, null, level, day).Select(GroupOf),
        _ => [],
    };

    private static string GroupOf(Unit unit) => Audiences.Unit(unit.Agency, unit.Code);

    private static IReadOnlyList<string> Originators(IReadOnlyCollection<AlertInput> inputs) =>
        [.. inputs.Select(input => Audiences.Agency(input.Agency)).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Allowed(IReadOnlyCollection<AlertInput> inputs, IEnumerable<string> recipients) =>
        [.. recipients.Where(recipient => inputs.All(input => Allows(input, recipient))).Distinct(StringComparer.Ordinal)];

    // Level and caveats are those of anything derived; the audience is written out, because it is stored.
    public static Marking Of(IReadOnlyCollection<AlertInput> inputs, IEnumerable<string> recipients) =>
        Marking.Strictest([.. inputs.Select(input => (input.Marking, input.Agency))]) with
        {
            Audience = [.. Standing(inputs).Concat(Allowed(inputs, recipients)).Concat(Originators(inputs)).Distinct(StringComparer.Ordinal)],
            Within = [],
        };

    // Where all that the alert rests on is for members, their cases show it, and the secretariat follows what is late and whose turn it is.
    private static IEnumerable<string> Standing(IReadOnlyCollection<AlertInput> inputs) =>
        inputs.All(input => IsForMembers(input.Marking)) ? [Audiences.CaseMembers, Audiences.Agency(Agencies.TaskForce)] : [];

    private static bool IsForMembers(Marking marking) =>
        marking.Audience.Contains(Audiences.Everyone, StringComparer.Ordinal)
            || marking.Audience.Contains(Audiences.CaseMembers, StringComparer.Ordinal);

    private static bool Allows(AlertInput input, string recipient) =>
        IsForMembers(input.Marking)
        || Covers(Audiences.Agency(input.Agency), recipient)
        || input.Marking.Audience.Any(group => Covers(group, recipient));

    /// <summary>A group covers itself, and an agency covers its units.</summary>
    private static bool Covers(string group, string recipient) =>
        string.Equals(group, recipient, StringComparison.Ordinal)
        || (group.StartsWith("agency:", StringComparison.Ordinal)
            && recipient.StartsWith($"unit:{group["agency:".Length..]}/", StringComparison.Ordinal));
}
