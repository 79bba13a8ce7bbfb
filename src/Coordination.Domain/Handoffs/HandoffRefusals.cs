using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

public static class HandoffRefusals
{
    public static readonly Refusal Unknown = new("handoff.unknown", "There is no such handoff.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("handoff.exists", "This handoff was proposed before, for another subject or desk.");

    public static readonly Refusal ToOwnUnit = new("handoff.to_own_unit", "A unit cannot hand off to itself.", RefusalKind.Invalid);

    public static readonly Refusal CaseClosed = new("handoff.case_closed", "The case is closed; reopen it first, or hand over without it.");

    public static readonly Refusal WrongAgency =
        new("handoff.wrong_agency", "A handoff of this kind cannot go to an agency of that kind.", RefusalKind.Invalid);

    public static readonly Refusal NotReceiver =
        new("handoff.not_receiver", "Only the unit of the desk that it was sent to may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotSender = new("handoff.not_sender", "Only the unit that sent it may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotDispatched = new("handoff.not_dispatched", "It was proposed but not dispatched yet.");

    public static readonly Refusal AlreadyDispatched = new("handoff.already_dispatched", "It was dispatched before; send a supplement.");

    public static readonly Refusal WithSender = new("handoff.with_sender", "It was returned; the sender has to supplement it first.");

    public static readonly Refusal Closed = new("handoff.closed", "It was accepted, declined or withdrawn.");

    public static readonly Refusal NothingSupplied =
        new("handoff.nothing_supplied", "A supplement must bring an item that is new, or say what was done.", RefusalKind.Invalid);

    public static readonly Refusal ItemsOpen =
        new("handoff.items_open", "Items of the manifest were not delivered yet; return it, or accept naming these items.");

    public static readonly Refusal UnknownItem =
        new("handoff.unknown_item", "The manifest has no such item.", RefusalKind.Invalid);

    public static readonly Refusal ItemTwice =
        new("handoff.item_twice", "Two lines of the manifest have the same number.", RefusalKind.Invalid);

    public static readonly Refusal QuantityInvalid =
        new("handoff.quantity_invalid", "A quantity is at least one; leave it out where nobody counted.", RefusalKind.Invalid);

    public static readonly Refusal Sha256Malformed =
        new("handoff.sha256_malformed", "A SHA-256 is 64 hexadecimal digits.", RefusalKind.Invalid);

    public static readonly Refusal CourtConsentMissing = new(
        "handoff.court_consent_missing", "A source may not be used in court without its owner's consent (H1); ask for it first.", RefusalKind.Forbidden);

    public static readonly Refusal OtherVersion = new(
        "handoff.other_version", "The file has changed since: version or hash named is not of the file as it lies there now.");

    public static readonly Refusal NotDeclined = new("handoff.not_declined", "It was not declined.");

    public static readonly Refusal FollowUpEmpty =
        new("handoff.follow_up_empty", "It goes on by a conflict of competence or by another handoff; name one.", RefusalKind.Invalid);

    public static readonly Refusal FollowedUp = new("handoff.followed_up", "It was taken further before, in another way.");
}
