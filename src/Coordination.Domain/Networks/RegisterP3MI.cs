using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record RegisterP3MI(P3MIRegistered Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, RegisterP3MI command, Envelope envelope) => company switch
    {
        _ when NotMinistry(envelope.By) is { } refusal => refusal,
        { LicenceNumber: { } number } => number == command.Fact.LicenceNumber ? Unchanged.Value : P3MIRefusals.Exists,
        _ when Input.Blank(("licenceNumber", command.Fact.LicenceNumber), ("companyName", command.Fact.CompanyName)) is { } blank => blank,
        _ when (command.Fact.Branches ?? []).Select(Places.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
        _ => command.Fact,
    };
}
