using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record EnterExitBan(ExitBanEntered Fact) : PunitiveBanCommand;

public static partial class TravelBanDecider
{
    public static Decision<TravelBanEvent> Decide(TravelBan ban, EnterExitBan command) => ban switch
    {
        _ when Barred(ban, BanDirection.Exit, command) is { } refusal => refusal,
        { EntryNumber: { } number } => number == command.Fact.EntryNumber ? Unchanged.Value : TravelBanRefusals.EnteredOtherwise,
        _ when Input.Blank(("entryNumber", command.Fact.EntryNumber)) is { } blank => blank,
        _ => command.Fact,
    };
}
