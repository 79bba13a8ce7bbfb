using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class NetworkLinkRefusals
{
    public static readonly Refusal Unknown = new("network_link.unknown", "There is no such link.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("network_link.exists", "This link was asserted before, between other ends.");

    public static readonly Refusal EndMismatch = new(
        "network_link.end_mismatch", "An end is exactly one person, one stream or one named thing, as its kind says.", RefusalKind.Invalid);

    public static readonly Refusal ToItself = new("network_link.to_itself", "A link has two different ends.", RefusalKind.Invalid);

    public static readonly Refusal ConfidenceOutOfRange =
        new("network_link.confidence_out_of_range", "Confidence is above 0 and at most 1.", RefusalKind.Invalid);

    public static readonly Refusal SecondNeeded =
        new("network_link.second_needed", "It takes another person or another source to confirm.", RefusalKind.Forbidden);

    public static readonly Refusal Retracted = new("network_link.retracted", "The link was retracted.");

    public static readonly Refusal OtherAgency =
        new("network_link.other_agency", "The agency that asserted it or the task force retracts a link.", RefusalKind.Forbidden);
}
