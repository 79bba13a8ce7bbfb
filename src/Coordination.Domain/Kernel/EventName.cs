namespace Coordination.Domain.Kernel;

/// <summary>
/// The name an event is stored under, for ever. It equals Marten's default alias of the CLR type (a test holds that),
/// so a rename of the class can never rename history. A later shape is a new type <c>…V2</c>, stored <c>…_v2</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string alias) : Attribute
{
    public string Alias { get; } = alias;
}

/// <summary>
/// Events that are about persons: the references go into the envelope, so that a person's events are found without reading bodies.
/// </summary>
public interface IConcernsPersons
{
    IEnumerable<PersonRef> Persons();
}
