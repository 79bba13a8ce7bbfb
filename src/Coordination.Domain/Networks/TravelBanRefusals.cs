using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class TravelBanRefusals
{
    public static readonly Refusal Unknown = new("travel_ban.unknown", "There is no such ban.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("travel_ban.exists", "This ban was asked for before, for another person or under another number.");

    public static readonly Refusal VictimShield =
        new("travel_ban.victim_shield", "No ban on a suspected victim (UU 6/2011 Ps 86).", RefusalKind.Forbidden);

    public static readonly Refusal DataMissing = new(
        "travel_ban.data_missing", "A checkpoint needs name, sex, nationality, birth date, photo and reason to recognise the person.", RefusalKind.Invalid);

    public static readonly Refusal BadPhotoHash = new("travel_ban.bad_photo_hash", "A hash of the photo has 64 hex digits.", RefusalKind.Invalid);

    public static readonly Refusal UnknownCheckpoint = new("travel_ban.unknown_checkpoint", "There is no such checkpoint.", RefusalKind.Invalid);

    public static readonly Refusal Over = new("travel_ban.over", "The ban has lapsed or was lifted.");

    public static readonly Refusal NotRequester =
        new("travel_ban.not_requester", "Only the agency that asked for the ban may do this.", RefusalKind.Forbidden);

    public static readonly Refusal EnteredOtherwise = new("travel_ban.entered_otherwise", "It stands in the border's list under another number.");

    public static readonly Refusal DecidedOtherwise = new("travel_ban.decided_otherwise", "It was decided by another decree.");

    public static readonly Refusal OtherPerson = new("travel_ban.other_person", "The ban is of another person.", RefusalKind.Invalid);

    public static readonly Refusal PeriodReversed = new("travel_ban.period_reversed", "It would end before it began.", RefusalKind.Invalid);

    public static readonly Refusal ExitTooLong =
        new("travel_ban.exit_too_long", "An exit ban lasts six months at most, and six more once (UU 63/2024 Ps 97).", RefusalKind.Invalid);

    public static readonly Refusal EntryTooLong =
        new("travel_ban.entry_too_long", "An entry ban lasts ten years at most, each time (UU 63/2024 Ps 102).", RefusalKind.Invalid);

    public static readonly Refusal NotDecided = new("travel_ban.not_decided", "There is no formal decision to extend.");

    public static readonly Refusal NotEntered = new("travel_ban.not_entered", "It does not stand in the border's list.");

    public static readonly Refusal DecisionTooLate =
        new("travel_ban.decision_too_late", "Twenty days after an urgent request the ban is over by law; ask anew.");

    public static readonly Refusal AlreadyExtended = new("travel_ban.already_extended", "An exit ban is extended once.");

    public static readonly Refusal ExtensionTooLate =
        new("travel_ban.extension_too_late", "An extension arrives at least three days before the last day, or the ban lapses by law.");

    public static readonly Refusal NotLonger = new("travel_ban.not_longer", "An extension ends later than before.", RefusalKind.Invalid);

    public static readonly Refusal NotShielded =
        new("travel_ban.not_shielded", "No agency suspects the person to be a victim.", RefusalKind.Invalid);

    public static readonly Refusal StillRuns = new("travel_ban.still_runs", "By law the ban is not over.");
}
