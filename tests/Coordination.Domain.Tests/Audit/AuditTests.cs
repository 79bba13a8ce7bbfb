using Coordination.Domain.Audit;
using Coordination.Domain.Kernel;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Audit;

public sealed class AuditTests
{
    [Fact]
    public void Asked_twice_and_refused_twice_is_noted_twice()
    {
        var rejected = new CommandRejected("RegisterPoliceReport", "authority.not_allowed", "prosecution");
        Story.Of(AuditDecider.Kind).When(Officer.System, Monday, rejected).ThenEachTime(rejected)
            .When(Officer.System, Monday, rejected).ThenEachTime(rejected);
    }
}
