using Coordination.Projections.Handoffs;

namespace Coordination.Host.Pages;

/// <summary>A clock as it stands when the page is made.</summary>
/// <param name="Left">Negative when the time is over.</param>
/// <param name="Total">The whole time that was given.</param>
public sealed record ClockView(TimeSpan Left, TimeSpan Total)
{
    public static ClockView Of(RunningClock clock, DateTimeOffset now) => new(clock.DueAt - now, clock.DueAt - clock.Since);
}
