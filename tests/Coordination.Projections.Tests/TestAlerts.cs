using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Tests;

internal static class TestAlerts
{
    public static AlertRaised Raised(IReadOnlyList<Guid> evidence, IReadOnlyList<PersonRef> subjects, Severity severity = Severity.High) =>
        new(
        AlertCodes.Repeat, "R11", 1, severity, evidence, subjects, ["unit:IMIGRASI/KANIM-BATAM"],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["earlierPlace"] = "TPI-BATAM-CENTER", ["place"] = "TPI-SEKUPANG",
            ["days"] = "7" });
}
