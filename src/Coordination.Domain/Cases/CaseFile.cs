using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public enum CaseStatus
{
    None,
    Open,
    Closed,
}

/// <summary>A joint case: whose it is, whom it is about, what it rests on, and how its elements were assessed last.</summary>
public sealed record CaseFile
{
    public static CaseFile None { get; } = new();

    public CaseStatus Status { get; private init; }

    /// <summary>It is worked on: as long as it is, the identities of its persons are needed.</summary>
    public bool IsOpen => Status == CaseStatus.Open;

    /// <summary>How it was closed last; null while it never was.</summary>
    public CaseClosed? Closing { get; private init; }

    public string Number { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string OpenedBy { get; private init; } = "";

    /// <summary>Agencies that read and write the case.</summary>
    public ImmutableSortedSet<string> Members { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableDictionary<PersonRef, CaseSubject> Subjects { get; private init; } = ImmutableDictionary<PersonRef, CaseSubject>.Empty;

    /// <summary>The least level at which it was said that the person is a subject of the case.</summary>
    public ImmutableDictionary<PersonRef, Level> SubjectLevels { get; private init; } = ImmutableDictionary<PersonRef, Level>.Empty;

    /// <summary>Streams that it rests on, each with the least level at which that was said.</summary>
    public ImmutableDictionary<Guid, Level> Sources { get; private init; } = ImmutableDictionary<Guid, Level>.Empty;

    public CaseIndicatorsAssessed? Indicators { get; private init; }

    public static CaseFile Evolve(CaseFile file, CaseEvent happened, Envelope envelope) => happened switch
    {
        CaseOpened e => file with
        {
            Status = CaseStatus.Open, Number = e.Number, Title = e.Title, OpenedBy = envelope.By.Agency,
            Members = file.Members.Union(e.Members),
            Subjects = file.Subjects.SetItems(e.Subjects.Select(subject => KeyValuePair.Create(subject.Person, subject))),
            SubjectLevels = Said(file.SubjectLevels, e.Subjects.Select(subject => subject.Person), envelope),
            Sources = Said(file.Sources, e.Sources.Select(source => source.Stream), envelope),
        },
        CaseSourceLinked e => file with { Sources = Said(file.Sources, [e.Source.Stream], envelope) },
        CaseSubjectAdded e => file with
        {
            Subjects = file.Subjects.SetItem(e.Subject.Person, e.Subject), SubjectLevels = Said(file.SubjectLevels, [e.Subject.Person], envelope),
        },
        CaseIndicatorsAssessed e => file with { Indicators = e },
        CaseMemberAdded e => file with { Members = file.Members.Add(e.Agency) },
        CaseMemberRemoved e => file with { Members = file.Members.Remove(e.Agency) },
        CaseClosed e => file with { Status = CaseStatus.Closed, Closing = e },
        CaseReopened => file with { Status = CaseStatus.Open },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a case."),
    };

    private static ImmutableDictionary<T, Level> Said<T>(ImmutableDictionary<T, Level> levels, IEnumerable<T> named, Envelope envelope)
        where T : notnull =>
        levels.SetItems(named.Distinct().Select(one => KeyValuePair.Create(
            one, levels.TryGetValue(one, out var before) && before < envelope.Marking.Level ? before : envelope.Marking.Level)));
}
