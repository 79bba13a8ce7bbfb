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

/// <summary>Events that can say that a child is concerned, in whichever member they say it.</summary>
public interface IConcernsChildren
{
    /// <summary>Completed years from which somebody is no child any more (UU 21/2007 Ps 1 angka 5; UU 35/2014 Ps 1).</summary>
    const int Adult = 18;

    /// <summary>Under 18, or may be: doubt counts for the child.</summary>
    bool ConcernsChild();
}
