using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class WatchEntryRefusals
{
    public static readonly Refusal TargetMismatch =
        new("watch_entry.target_mismatch", "A watch entry is for exactly one person, or exactly one contact or thing, as its kind says.", RefusalKind.Invalid);

    public static readonly Refusal VictimShield =
        new("watch_entry.victim_shield", "No punitive entry on a suspected victim (UU 6/2011 Ps 86).", RefusalKind.Forbidden);

    public static readonly Refusal Exists = new("watch_entry.exists", "This entry was proposed before, for something else.");

    public static readonly Refusal NotProposed = new("watch_entry.not_proposed", "There is no such proposal.", RefusalKind.NotFound);

    public static readonly Refusal SecondPersonNeeded =
        new("watch_entry.second_person_needed", "Somebody else than the proposer must approve.", RefusalKind.Forbidden);

    public static readonly Refusal OtherAgency =
        new("watch_entry.other_agency", "The proposing agency or the task force approves.", RefusalKind.Forbidden);

    public static readonly Refusal ValidityInPast =
        new("watch_entry.validity_in_past", "The entry would end before it began.", RefusalKind.Invalid);

    public static readonly Refusal ValidityTooLong =
        new("watch_entry.validity_too_long", "An entry lives 12 months at most, a protective one 6.", RefusalKind.Invalid);

    public static readonly Refusal NotLonger =
        new("watch_entry.not_longer", "An extension ends later than what it extends.", RefusalKind.Invalid);

    public static readonly Refusal NotActive = new("watch_entry.not_active", "The entry was not in force at that moment.");

    public static readonly Refusal Ended = new("watch_entry.ended", "The entry has expired or was removed.");

    public static readonly Refusal StillRuns = new("watch_entry.still_runs", "The last day of the entry is not over.");

    public static readonly Refusal HitExists = new("watch_entry.hit_exists", "Another unit has recorded a hit under this number.");

    public static readonly Refusal UnknownHit = new("watch_entry.unknown_hit", "No hit of this number was recorded.", RefusalKind.Invalid);

    public static readonly Refusal NotReviewer =
        new("watch_entry.not_reviewer", "The unit that met it or the agency that keeps the entry reviews a hit.", RefusalKind.Forbidden);

    public static readonly Refusal Reviewed = new("watch_entry.reviewed", "This hit was reviewed before, with another outcome.");

    public static readonly Refusal NotPunitive = new("watch_entry.not_punitive", "This is no punitive entry on that person.");

    public static readonly Refusal NotShielded =
        new("watch_entry.not_shielded", "The shield covers suspected victims only.", RefusalKind.Invalid);
}
