using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>An officer's emergency look into a case: open until its time is over, and waiting for review after that.</summary>
public sealed record GlassFile
{
    /// <summary>The longest that it may last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>In which somebody else must have judged it.</summary>
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromHours(72);

    public static GlassFile None { get; } = new();

    /// <summary>Null before the first time.</summary>
    public BreakGlassOpened? Opened { get; init; }

    /// <summary>Who looks, with the rights of then.</summary>
    public Officer? User { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Reviewed { get; init; }

    public DateTimeOffset ReviewDue => OpenedAt + ReviewWithin;

    public static Guid StreamOf(string officer, CaseId held) => DeterministicId.From($"break_glass/{officer}/{held}");

    /// <summary>The clock ends it by itself; the event only says so.</summary>
    public bool IsOpen(DateTimeOffset at) => Opened is { } opened && EndedAt is null && at < opened.Until;

    public static GlassFile Evolve(GlassFile glass, BreakGlassEvent happened, Envelope envelope) => happened switch
    {
        BreakGlassOpened e => new GlassFile { Opened = e, User = envelope.By, OpenedAt = envelope.RecordedAt },
        BreakGlassEnded => glass with { EndedAt = envelope.RecordedAt },
        BreakGlassReviewed => glass with { Reviewed = true, EndedAt = glass.EndedAt ?? envelope.RecordedAt },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a broken glass."),
    };

    /// <summary>The owner, the agencies whose words it opens, and the user's own heads read all of it.</summary>
    internal static IEnumerable<string> Readers(GlassFile glass) => glass.Opened is { } opened
        ? [Audiences.Agency(opened.Owner), .. (opened.Members ?? []).Select(Audiences.Agency), .. opened.Supervisors]
        : [];
}
