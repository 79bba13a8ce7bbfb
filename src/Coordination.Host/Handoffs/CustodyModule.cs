using Coordination.Domain.Handoffs;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Handoffs;

/// <summary>Evidence over HTTP: each hand that an item goes through.</summary>
internal static class CustodyModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("evidence").WithTags("Evidence").RequireAuthorization(Permissions.Work);
        evidence.MapNewFact<EvidenceRegistered>("", "registerEvidence", "Register an item that your unit keeps; one of a manifest by handoff and item.");
        evidence.MapNewFact<EvidenceCustodyChanged>(
            "custody", "beginCustody", "First change of hands of an item of a manifest, named by handoff and item: the manifest is the first link.");
        evidence.MapFact<EvidenceCustodyChanged>("POST", "{id:guid}/custody", "changeCustody", "Record who gave it to whom, with seal and hash as they were found.");
        evidence.MapFact<EvidenceSealBroken>("POST", "{id:guid}/seal", "reportSealBroken", "Record that the seal was opened, or was found broken.");
    }
}
