using System.Globalization;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;

namespace Coordination.Host.Victims;

/// <summary>Routes of one thing: who may not know of it gets the answer that a thing that never was would get, before anything is read or decided.</summary>
internal static class KnownThings
{
    public static RouteGroupBuilder MapKnown(this RouteGroupBuilder group, string streamType) =>
        group.MapGroup("{id:guid}").AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var id = Guid.Parse((string)http.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
            var by = http.RequestServices.GetRequiredService<CurrentOfficer>().Value;
            return await http.RequestServices.GetRequiredService<Sightings>().MayKnow(by, streamType, id, http.RequestAborted)
                ? await next(call)
                : Problem.Of(HttpRefusals.NotFound);
        });
}
