namespace Coordination.Domain.Kernel;

/// <summary>
/// An end that comes by itself: by law, or because a validity runs out. The product writes it when it is due; an event that ends or prolongs the
/// thing before then leads to another state, and that to other lapses.
/// </summary>
/// <param name="Due">When it is so, whenever somebody gets to write it down.</param>
/// <param name="Happened">The event that says it, of the stream's own family.</param>
public sealed record Lapse(DateTimeOffset Due, object Happened);
