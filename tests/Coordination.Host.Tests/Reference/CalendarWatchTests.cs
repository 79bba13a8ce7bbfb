using Coordination.Host.Reference;
using Coordination.Host.Tests.Asvs;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Reference;

/// <summary>Whoever runs the product hears in time that the holidays of a year are missing.</summary>
public sealed class CalendarWatchTests
{
    [Theory]
    [InlineData(9, 30, false)]
    [InlineData(10, 1, true)]
    public void The_operator_is_told_from_October_on(int month, int day, bool told)
    {
        using var heard = new Listening();
        using var logs = new LoggerFactory([heard]);
        new CalendarWatch(new Still(new(2026, month, day, 12, 0, 0, TimeSpan.Zero)), logs.CreateLogger<CalendarWatch>()).Look();
        heard.Logs.Count(line => line.Contains("holidays of 2027", StringComparison.Ordinal)).ShouldBe(told ? 1 : 0);
    }

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
