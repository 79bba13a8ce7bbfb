namespace Coordination.Domain.Kernel;

/// <summary>On an event that only a person at a screen may cause, after a fresh second factor: an agency's system cannot send it as a CloudEvent.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByHandAttribute : Attribute;
