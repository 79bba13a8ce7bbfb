using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public static class TpiAdvisoryRefusals
{
    public static readonly Refusal Unknown = new("tpi_advisory.unknown", "There is no such advisory.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("tpi_advisory.exists", "Another advisory was published here.");

    public static readonly Refusal UnknownCheckpoint = new("tpi_advisory.unknown_checkpoint", "There is no such checkpoint.", RefusalKind.Invalid);

    public static readonly Refusal ValidityInPast = new("tpi_advisory.validity_in_past", "It would end before it began.", RefusalKind.Invalid);

    public static readonly Refusal NotOnTheList =
        new("tpi_advisory.not_on_the_list", "The advisory is not for this checkpoint.", RefusalKind.Invalid);

    public static readonly Refusal OtherCheckpoint =
        new("tpi_advisory.other_checkpoint", "The checkpoint itself, or the office that runs it, says so.", RefusalKind.Forbidden);

    public static readonly Refusal Expired = new("tpi_advisory.expired", "The advisory has expired.");

    public static readonly Refusal HitExists = new("tpi_advisory.hit_exists", "Another checkpoint has recorded a hit under this number.");

    public static readonly Refusal UnknownHit = new("tpi_advisory.unknown_hit", "No hit of this number was recorded.", RefusalKind.Invalid);

    public static readonly Refusal OutcomeReported = new("tpi_advisory.outcome_reported", "Another outcome of this hit was reported before.");

    public static readonly Refusal NotPublisher =
        new("tpi_advisory.not_publisher", "The unit that published it extends an advisory.", RefusalKind.Forbidden);

    public static readonly Refusal NotLonger = new("tpi_advisory.not_longer", "An extension ends later than before.", RefusalKind.Invalid);

    public static readonly Refusal StillRuns = new("tpi_advisory.still_runs", "The last day of the advisory is not over.");
}
