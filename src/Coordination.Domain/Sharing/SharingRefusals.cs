using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public static class SharingRefusals
{
    public static readonly Refusal Unknown = new("sharing.unknown", "There is no such thing.", RefusalKind.NotFound);

    public static readonly Refusal NotOwner =
        new("sharing.not_owner", "Only the agency that created it may do this.", RefusalKind.Forbidden);

    public static readonly Refusal ConsentNeeded = new(
        "sharing.consent_needed", "Its handling code forbids onward sharing; ask the owner for its consent.", RefusalKind.Forbidden);

    public static readonly Refusal NamedOfficersOnly =
        new("sharing.named_officers_only", "Sangat Rahasia is shared with named officers only.", RefusalKind.Forbidden);

    public static readonly Refusal SecondPersonNeeded = new(
        "sharing.second_person_needed", "Sangat Rahasia is released by two: a unit head or coordinator of the owner must agree.", RefusalKind.Forbidden);

    public static readonly Refusal SamePerson =
        new("sharing.same_person", "Who asked cannot be the second person.", RefusalKind.Forbidden);

    public static readonly Refusal ProofNeeded = new(
        "sharing.proof_needed", "Sangat Rahasia leaves only after a second factor: prove yours, then agree again.", RefusalKind.Forbidden);

    public static readonly Refusal UnknownCaveat =
        new("sharing.unknown_caveat", "There is no handling code of this name.", RefusalKind.Invalid);

    public static readonly Refusal IntelligenceIsShared = new(
        "sharing.intelligence_is_shared", "A report of intelligence is widened by sharing it, which asks for an acknowledgement.", RefusalKind.Invalid);

    public static readonly Refusal NoSuchRecall =
        new("sharing.no_such_recall", "There is no such recall for this unit.", RefusalKind.NotFound);

    public static readonly Refusal NoSuchRequest = new("sharing.no_such_request", "There is no such request.", RefusalKind.NotFound);

    public static readonly Refusal ConsentNotNeeded =
        new("sharing.consent_not_needed", "Its marking does not ask for this consent, or you are the owner.");

    public static readonly Refusal RequestAnswered = new("sharing.request_answered", "The request was answered before.");

    public static readonly Refusal RequestExpired = new("sharing.request_expired", "The request has expired; it must be made again.");
}
