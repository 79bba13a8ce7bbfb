namespace Coordination.Domain.Kernel;

/// <summary>Marks a member of an event that the product makes of another and writes over whatever was sent: no form asks for it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MadeByProductAttribute : Attribute;
