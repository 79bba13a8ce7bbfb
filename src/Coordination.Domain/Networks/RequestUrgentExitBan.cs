using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record RequestUrgentExitBan(UrgentExitBanRequested Fact) : PunitiveBanCommand
{
    /// <summary>Fields of the person that the vault holds; null = nobody has looked. Filled in by the write path.</summary>
    public IReadOnlyList<string>? Known { get; init; }
}

public static partial class TravelBanDecider
{
    private const int Sha256Digits = 64;

    // With the photo and the reason, which the request itself brings.
    private static readonly string[] MinimumData = ["name", "sex", "nationality", "birthDate"];

    public static Decision<TravelBanEvent> Decide(TravelBan ban, RequestUrgentExitBan command, Envelope envelope)
    {
        var fact = command.Fact;
        return ban switch
        {
            { Direction: not BanDirection.None } => (ban.RequestNumber, ban.Person) == (fact.RequestNumber, fact.Person)
                ? Unchanged.Value
                : TravelBanRefusals.Exists,
            _ when VictimShield.Covers(command.PersonStatus) => TravelBanRefusals.VictimShield,
            _ when Input.Blank(("requestNumber", fact.RequestNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when fact.PhotoSha256.Length != Sha256Digits || !fact.PhotoSha256.All(char.IsAsciiHexDigit) => TravelBanRefusals.BadPhotoHash,
            _ when Missing(command.Known) is { Length: > 0 } missing => TravelBanRefusals.DataMissing with { Details = missing },
            _ when Strange(fact.Checkpoints, envelope.Day) is { Length: > 0 } strange => TravelBanRefusals.UnknownCheckpoint with { Details = strange },
            _ => fact,
        };
    }

    private static string[] Missing(IReadOnlyList<string>? known) =>
        known is null ? [] : [.. MinimumData.Except(known, StringComparer.Ordinal)];

    private static string[] Strange(IReadOnlyList<string>? checkpoints, DateOnly day) =>
        [.. (checkpoints ?? []).Where(code => !Checkpoints.IsOpen(code, day))];
}
