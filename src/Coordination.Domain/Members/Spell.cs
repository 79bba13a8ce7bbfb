using System.Collections.Immutable;

namespace Coordination.Domain.Members;

/// <summary>That something holds, or no longer does, from a moment on; until another when there is an end to it.</summary>
public sealed record Spell(bool Holds, DateTimeOffset From, DateTimeOffset? Until = null);

public static class Spells
{
    /// <summary>The last that was said is this already.</summary>
    public static bool EndWith(this ImmutableList<Spell> said, Spell spell) => said.Count > 0 && said[^1] == spell;

    /// <summary>As it was said: of the spells that cover a moment, the last one said counts; where none does, it does not hold.</summary>
    public static bool HoldAt(this ImmutableList<Spell> said, DateTimeOffset at) =>
        said.LastOrDefault(spell => spell.From <= at && (spell.Until is not { } until || at < until)) is { Holds: true };
}
