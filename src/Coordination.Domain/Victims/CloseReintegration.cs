using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record CloseReintegration(ReintegrationClosed Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, CloseReintegration command) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Closed: { } reason } => reason == command.Fact.Reason ? Unchanged.Value : ProtectionRefusals.Closed,
        _ when command.Fact.Reason == ReintegrationEnd.Completed && Open(protection) is { Length: > 0 } open =>
            ProtectionRefusals.FollowUpsOpen with { Details = open },
        _ => command.Fact,
    };

    private static string[] Open(Protection protection) =>
    [
        .. Enum.GetValues<FollowUp>().Where(milestone => protection.FollowUps.GetValueOrDefault(milestone) is not { Met: true })
            .Select(milestone => milestone.ToString()),
    ];
}
