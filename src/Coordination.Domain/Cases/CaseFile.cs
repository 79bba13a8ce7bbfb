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

    public ImmutableHashSet<Guid> Sources { get; private init; } = [];

    public CaseIndicatorsAssessed? Indicators { get; private init; }

    public static CaseFile Evolve(CaseFile file, CaseEvent happened, Envelope envelope) => happened switch
    {
        CaseOpened e => file with
        {
            Status = CaseStatus.Open, Number = e.Number, Title = e.Title, OpenedBy = envelope.By.Agency,
            Members = file.Members.Union(e.Members),
            Subjects = file.Subjects.SetItems(e.Subjects.Select(subject => KeyValuePair.Create(subject.Person, subject))),
            Sources = file.Sources.Union(e.Sources.Select(source => source.Stream)),
        },
        CaseSourceLinked e => file with { Sources = file.Sources.Add(e.Source.Stream) },
        CaseSubjectAdded e => file with { Subjects = file.Subjects.SetItem(e.Subject.Person, e.Subject) },
        CaseIndicatorsAssessed e => file with { Indicators = e },
        CaseMemberAdded e => file with { Members = file.Members.Add(e.Agency) },
        CaseMemberRemoved e => file with { Members = file.Members.Remove(e.Agency) },
        CaseClosed e => file with { Status = CaseStatus.Closed, Closing = e },
        CaseReopened => file with { Status = CaseStatus.Open },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a case."),
    };
}
