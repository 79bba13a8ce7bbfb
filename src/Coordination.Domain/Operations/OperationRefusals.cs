using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public static class OperationRefusals
{
    public static readonly Refusal Unknown = new("operation.unknown", "There is no such operation.", RefusalKind.NotFound);

    public static readonly Refusal NotParticipant =
        new("operation.not_participant", "The agency takes no part in this operation.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("operation.exists", "This operation was proposed before, with another target.");

    public static readonly Refusal OwnAgencyMissing =
        new("operation.own_agency_missing", "The agency that leads takes part itself.", RefusalKind.Invalid);

    public static readonly Refusal PeriodReversed =
        new("operation.period_reversed", "The operation would end before it began.", RefusalKind.Invalid);

    public static readonly Refusal ChairNeeded =
        new("operation.chair_needed", "A unit head of the leading agency or the task force's coordinator decides.", RefusalKind.Forbidden);

    public static readonly Refusal SecondPersonNeeded =
        new("operation.second_person_needed", "Somebody else than the proposer decides.", RefusalKind.Forbidden);

    public static readonly Refusal AlreadyDecided = new("operation.already_decided", "The proposal was approved or rejected before.");

    public static readonly Refusal NotApproved = new("operation.not_approved", "The operation is not approved.");

    public static readonly Refusal OrderTooLate = new(
        "operation.order_too_late",
        "An order is dated before the start, in an urgent case at most one day after it (Permenimipas 2/2025 Ps 30).");

    public static readonly Refusal OrderExists = new("operation.order_exists", "There is an order of this number with other contents.");

    public static readonly Refusal VictimFirstMissing = new(
        "operation.victim_first_missing", "A briefing includes the protocol that victims come first.", RefusalKind.Invalid);

    public static readonly Refusal NotLead =
        new("operation.not_lead", "The leading unit or the task force does this.", RefusalKind.Forbidden);

    public static readonly Refusal NotBriefed = new("operation.not_briefed", "Nobody goes out before the briefing.");

    public static readonly Refusal OrdersMissing = new("operation.orders_missing", "Agencies have not issued their orders yet.");

    public static readonly Refusal NotStarted = new("operation.not_started", "The operation has not started.");

    public static readonly Refusal AlreadyStarted = new("operation.already_started", "The operation has started; conclude it.");

    public static readonly Refusal Closed = new("operation.closed", "The operation was rejected, cancelled or its report is final.");

    public static readonly Refusal OutsideOperation = new(
        "operation.outside", "It did not happen between the start and the conclusion.", RefusalKind.Invalid);

    public static readonly Refusal RecordedTooLate = new(
        "operation.recorded_too_late", "Field records are taken until three days after the conclusion.");

    public static readonly Refusal ItemExists = new("operation.item_exists", "This number was given before, to something else.");

    public static readonly Refusal QuantityInvalid =
        new("operation.quantity_invalid", "A quantity is one or more.", RefusalKind.Invalid);

    public static readonly Refusal Sha256Malformed =
        new("operation.sha256_malformed", "A SHA-256 is 64 hexadecimal digits.", RefusalKind.Invalid);

    public static readonly Refusal NationalityMalformed =
        new("operation.nationality_malformed", "A nationality is a country code of two capital letters.", RefusalKind.Invalid);

    public static readonly Refusal PersonUnknown =
        new("operation.person_unknown", "Nobody met this person in the operation.", RefusalKind.Invalid);

    public static readonly Refusal PersonsMissing =
        new("operation.persons_missing", "A conclusion names everybody who was met.");

    public static readonly Refusal AlreadyConcluded = new("operation.already_concluded", "The operation was concluded before.");

    public static readonly Refusal NotConcluded = new("operation.not_concluded", "The operation is not concluded.");

    public static readonly Refusal VictimShield = new(
        "operation.victim_shield", "No administrative or judicial action against a suspected victim (UU 6/2011 Ps 86).", RefusalKind.Forbidden);

    public static readonly Refusal ReceiverNeeded =
        new("operation.receiver_needed", "Whoever takes the person over is named.", RefusalKind.Invalid);

    public static readonly Refusal OutcomesMissing =
        new("operation.outcomes_missing", "Persons have no outcome yet; none stays unassigned.");

    public static readonly Refusal DraftNumber = new("operation.draft_number", "A draft has the number after the last one.");

    public static readonly Refusal NoDraft = new("operation.no_draft", "There is no draft of this number to answer.");

    public static readonly Refusal DraftOutdated =
        new("operation.draft_outdated", "Something was recorded after this draft; a new draft is needed.");

    public static readonly Refusal NoOwnAnswer =
        new("operation.no_own_answer", "Only agencies that take part answer.", RefusalKind.Forbidden);

    public static readonly Refusal NoFollowUp = new("operation.no_follow_up", "The report has no such item to follow up.", RefusalKind.Invalid);

    public static readonly Refusal NotPic =
        new("operation.not_pic", "The unit that answers for the item, or whoever leads, completes it.", RefusalKind.Forbidden);

    public static readonly Refusal FollowUpCompleted =
        new("operation.follow_up_completed", "The item was completed before, with another result.");

    public static readonly Refusal AnswersMissing = new("operation.answers_missing", "Agencies have not answered the draft yet.");
}
