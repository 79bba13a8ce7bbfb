using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>The stream is the profile that goes on.</summary>
public sealed record MergeBrokerProfiles(BrokerProfileMerged Fact) : BrokerProfileCommand
{
    /// <summary>The stream's own id, which a profile does not know of itself. Filled in by the write path.</summary>
    public Guid? Self { get; init; }
}

public static partial class BrokerProfileDecider
{
    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, MergeBrokerProfiles command)
    {
        var fact = command.Fact;
        return profile switch
        {
            _ when CannotAdd(profile, fact.Sources) is { } refusal => refusal,
            _ when Input.Empty("profiles", fact.Profiles) is { } empty => empty,
            _ when fact.Profiles.Any(other => other == command.Self) => BrokerProfileRefusals.WithItself,
            _ when profile.Person is { } person && fact.Person is { } other && person != other => BrokerProfileRefusals.OtherPerson,
            _ when fact.Profiles.All(profile.Merged.Contains) => Unchanged.Value,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ => fact with { Profiles = [.. fact.Profiles.Distinct().Where(other => !profile.Merged.Contains(other))] },
        };
    }
}
