namespace Coordination.Domain.Kernel;

/// <summary>
/// Marks a member of an event that is free text and may name people. Such a text is sealed before it is decided on and stored, each with a key of its
/// own, so that it can be erased while the log still verifies. Codes, numbers of letters and places are none.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NarrativeAttribute : Attribute;
