using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Host.Reference;

/// <summary>Tells whoever runs the product, every day, that the holidays of a year are missing while there is still time to bring them in.</summary>
internal sealed class CalendarWatch(TimeProvider clock, ILogger<CalendarWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public void Look()
    {
        if (Holidays.MissingOn(Envelope.DayOf(clock.GetUtcNow())) is { } year)
        {
            log.LogWarning(
                "The holidays of {Year} are not among the reference data: deadlines in working days will run out early, as if the feasts that move were"
                + " working days. Install a version that has the decree (SKB 3 Menteri).", year);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
            Look();
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
