using System.Globalization;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;

namespace Coordination.Host.JointOperations;

/// <summary>What officers can write down of the field by a form, and what the forms offer.</summary>
internal static class FieldRecords
{
    /// <summary>The record that brings a place of its own.</summary>
    public static string Location => Catalogue.Entries.First(entry => entry.Event == typeof(LocationInspected)).Alias;

    /// <summary>In the order in which an operation meets them: a place, people, what they carry.</summary>
    public static IReadOnlyList<(CatalogueEntry Entry, IReadOnlyList<FactField> Fields)> All { get; } =
    [
        .. new[] { typeof(LocationInspected), typeof(PersonEncountered), typeof(VictimIdentifiedInField), typeof(PersonSecured), typeof(EvidenceSeized) }
            .Select(fact => (Catalogue.Entries.First(entry => entry.Event == fact), FactField.Of(fact)!)),
    ];

    public static bool IsField(string? alias) => All.Any(one => one.Entry.Alias == alias);

    public static bool IsPlace(FactField field) => field is { Name: "place", Shape: FactShape.Line };

    public static bool HasOwnPlace(IReadOnlyList<FactField> fields) => fields.Any(IsPlace);

    /// <summary>May be written down at this moment: from the start until three days after the conclusion, as long as the report is not final.</summary>
    public static bool AreTaken(JointOperation operation, DateTimeOffset now) =>
        operation.Status == OperationStatus.Started
        || (operation is { Status: OperationStatus.Concluded, ConcludedAt: { } concluded } && now <= concluded + ServiceLevels.FieldRecord);

    /// <summary>Where the operation was to go, and where it was.</summary>
    public static IEnumerable<(string, string)> Places(JointOperation operation) =>
        (operation.Proposal?.Target.Places ?? []).Concat(operation.Locations.Select(one => one.Place)).Distinct(StringComparer.Ordinal)
        .Select(place => (place, CodeNames.Place(place)!));

    /// <summary>Whom it has met, and whom it was looking for.</summary>
    public static IEnumerable<(string, string)> Persons(JointOperation operation, Texts texts) =>
        operation.People.Select(met => (met.Person.ToString(), met.Victim is null ? met.Person.Code : $"{met.Person.Code} · {texts["operation.person.victim"]}"))
        .Concat((operation.Proposal?.Target.Persons ?? []).Where(person => operation.Find(person) is null).Select(person => (person.ToString(), person.Code)));

    /// <summary>Number of the next item, such as <c>B-03</c>.</summary>
    public static string Next(string prefix, int known) => $"{prefix}-{(known + 1).ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>A browser sends minutes: within the minute of the start is not before it.</summary>
    public static DateTimeOffset Within(JointOperation operation, DateTimeOffset told)
    {
        if (operation.StartedAt is { } started && told < started && started - told < TimeSpan.FromMinutes(1))
            return started;
        return told;
    }
}
