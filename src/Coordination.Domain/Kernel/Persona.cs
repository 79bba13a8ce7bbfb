namespace Coordination.Domain.Kernel;

/// <summary>Small lists of person references for <see cref="IConcernsPersons"/>.</summary>
internal static class Persona
{
    public static IEnumerable<PersonRef> Each(params IEnumerable<PersonRef?> persons) => persons.OfType<PersonRef>().Distinct();

    public static IEnumerable<PersonRef?> Optional(IReadOnlyList<PersonRef>? persons) =>
        persons is null ? [] : persons.Select(person => (PersonRef?)person);
}
