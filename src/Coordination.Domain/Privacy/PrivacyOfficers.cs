using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Who decides on the protection of data for an agency, until agencies appoint officers by name (UU 27/2022 Ps 53).</summary>
public static class PrivacyOfficers
{
    public static bool MayDecide(Officer officer) => officer.Role is OfficerRole.UnitHead or OfficerRole.Coordinator;
}
