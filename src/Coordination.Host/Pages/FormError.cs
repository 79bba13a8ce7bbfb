namespace Coordination.Host.Pages;

/// <summary>One thing to mend, and the id of the field where it is mended.</summary>
public sealed record FormError(string Text, string? Field = null);
