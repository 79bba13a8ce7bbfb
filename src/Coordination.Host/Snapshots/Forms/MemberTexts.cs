using System.Text.RegularExpressions;
using Coordination.Host.Resources;

namespace Coordination.Host.Snapshots.Forms;

/// <summary>What people call the members of facts and states.</summary>
public static partial class MemberTexts
{
    /// <summary>The text of the member; its own name, spaced out, where a newer kind has no text yet.</summary>
    public static string Member(this Texts texts, string name) =>
        texts.Has($"member.{name}") ? texts[$"member.{name}"] : HumpOf().Replace(name, hump => " " + hump.Value.ToLowerInvariant()).Capital();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HumpOf();
}
