using Coordination.Domain.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Coordination.Host.Security;

/// <summary>Who may call what, by role. What an agency may do with a thing is the authority matrix's and the decider's to say.</summary>
public static class Permissions
{
    /// <summary>Everybody who works on cases. The operator is not among them: running the system is no reason to read it.</summary>
    public const string Work = "work";

    /// <summary>Answers for the protection of personal data of an agency.</summary>
    public const string Privacy = "privacy";

    /// <summary>Follows cases over agencies: tries rules on the past and changes what they are judged by.</summary>
    public const string Coordinate = "coordinate";

    /// <summary>Runs the system.</summary>
    public const string Operate = "operate";

    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Work, policy => policy.RequireRole(
            nameof(OfficerRole.Officer), nameof(OfficerRole.UnitHead), nameof(OfficerRole.Coordinator), nameof(OfficerRole.SystemClient)));
        options.AddPolicy(Privacy, policy => policy.RequireRole(nameof(OfficerRole.UnitHead), nameof(OfficerRole.Coordinator)));
        options.AddPolicy(Coordinate, policy => policy.RequireRole(nameof(OfficerRole.Coordinator)));
        options.AddPolicy(Operate, policy => policy.RequireRole(nameof(OfficerRole.Operator)));
    }
}
