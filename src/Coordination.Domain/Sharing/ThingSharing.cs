using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Sharing;

/// <summary>What happened to the audience of one thing since it was created: widenings, narrowings, recalls and requests.</summary>
public sealed record ThingSharing
{
    public static ThingSharing None { get; } = new();

    /// <summary>Groups added by widenings, in order.</summary>
    public ImmutableList<string> Added { get; private init; } = [];

    /// <summary>Per narrowing: its readers and those added after it.</summary>
    public ImmutableList<ImmutableList<string>> Within { get; private init; } = [];

    /// <summary>Handling codes added.</summary>
    public ImmutableList<string> Caveats { get; private init; } = [];

    public ImmutableList<Recall> Recalls { get; private init; } = [];

    public ImmutableList<ConsentRequest> Requests { get; private init; } = [];

    public Recall? RecallOf(int number) => Recalls.FirstOrDefault(recall => recall.Number == number);

    public ConsentRequest? RequestOf(int number) => Requests.FirstOrDefault(request => request.Number == number);

    /// <summary>The owner has agreed that the agency uses it in court.</summary>
    public bool AllowsCourtUseBy(string agency) =>
        Requests.Any(request => request is { Kind: ConsentKind.CourtUse, Granted: true } && request.By.Agency == agency);

    /// <summary>Every one of these recipients stands in a request that was granted.</summary>
    public bool Allows(IEnumerable<Recipient> recipients) => recipients.All(recipient => Requests.Any(request =>
        request is { Granted: true } && request.Recipients.Any(one => one.ToAudience() == recipient.ToAudience())));

    /// <summary>The marking a thing has now.</summary>
    /// <param name="created">As it was created, with what its own stream added.</param>
    public Marking Effective(Marking created) => created with
    {
        Audience = [.. created.Audience.Union(Added, StringComparer.Ordinal)],
        Caveats = [.. created.Caveats.Union(Caveats, StringComparer.Ordinal)],
        Within = [.. created.Within, .. Within],
    };

    /// <summary>Groups that still read it after a narrowing: the owner and those named.</summary>
    public static IEnumerable<string> KeptBy(SharingNarrowed narrowed) =>
        narrowed.Keep.Select(recipient => recipient.ToAudience()).Prepend(Audiences.Agency(narrowed.Thing.Owner)).Distinct(StringComparer.Ordinal);

    public static ThingSharing Evolve(ThingSharing sharing, SharingEvent happened, Envelope envelope) => happened switch
    {
        SharingWidened e => sharing.Widened([.. e.Recipients.Select(recipient => recipient.ToAudience())], e.Caveats ?? []),
        SharingNarrowed e => sharing with
        {
            Within = sharing.Within.Add([.. KeptBy(e)]),
            Recalls = sharing.Recalls.Add(new(e.Recall, envelope.OccurredAt, [])),
        },
        RecallAcknowledged e => sharing with
        {
            Recalls = [.. sharing.Recalls.Select(recall => recall.Number == e.Recall ? recall.Answered(envelope.By) : recall)],
        },
        ConsentRequested e => sharing with
        {
            Requests = sharing.Requests.Add(new(e.Number, e.Kind, e.Recipients, envelope.By, envelope.OccurredAt)),
        },
        ConsentGiven e => sharing.Answered(e.Number, granted: true),
        ConsentRefused e => sharing.Answered(e.Number, granted: false),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a sharing."),
    };

    private ThingSharing Widened(ImmutableList<string> groups, IReadOnlyList<string> caveats) => this with
    {
        Added = Added.AddRange(groups.Except(Added, StringComparer.Ordinal)),
        Within = [.. Within.Select(list => list.AddRange(groups.Except(list, StringComparer.Ordinal)))],
        Caveats = Caveats.AddRange(caveats.Except(Caveats, StringComparer.Ordinal)),
    };

    private ThingSharing Answered(int number, bool granted) =>
        this with { Requests = [.. Requests.Select(request => request.Number == number ? request with { Granted = granted } : request)] };
}

/// <param name="Answers">Agency and unit of who has said what became of its copies.</param>
public sealed record Recall(int Number, DateTimeOffset At, ImmutableHashSet<(string Agency, string Unit)> Answers)
{
    public DateTimeOffset Due => At + ServiceLevels.RecallAcknowledgement;

    internal Recall Answered(Officer by) => this with { Answers = Answers.Add((by.Agency, by.Unit)) };
}

/// <param name="Granted">Null while it waits.</param>
public sealed record ConsentRequest(
    int Number, ConsentKind Kind, IReadOnlyList<Recipient> Recipients, Officer By, DateTimeOffset At, bool? Granted = null)
{
    /// <summary>An answer after this comes too late: who still needs it asks again, with today's reason.</summary>
    public DateTimeOffset Expires => At + ServiceLevels.ConsentAnswer;

    public bool IsOpenAt(DateTimeOffset moment) => Granted is null && moment <= Expires;
}
