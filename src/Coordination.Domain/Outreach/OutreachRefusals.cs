using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

public static class OutreachRefusals
{
    public static readonly Refusal SessionExists = new("outreach.session_exists", "Under this reference another session was logged.");

    public static readonly Refusal OutOfRange = new("outreach.out_of_range", "A number lies outside of what is possible.", RefusalKind.Invalid);

    public static readonly Refusal NotAVillage =
        new("outreach.not_a_village", "A village has a code of four parts.", RefusalKind.Invalid);

    public static readonly Refusal VillageExists = new("outreach.village_exists", "The village was designated under another decree.");

    public static readonly Refusal NotDesignated = new("outreach.not_designated", "The village was not designated yet.");

    public static readonly Refusal OtherOffice =
        new("outreach.other_office", "Only the office that designated the village may do this.", RefusalKind.Forbidden);

    public static readonly Refusal PartnerExists = new("outreach.partner_exists", "Under this reference another partner is registered.");

    public static readonly Refusal VerificationExists =
        new("outreach.verification_exists", "Under this reference something else was asked.");

    public static readonly Refusal VerificationUnknown =
        new("outreach.verification_unknown", "There is no such question.", RefusalKind.NotFound);

    public static readonly Refusal NotAddressee =
        new("outreach.not_addressee", "Only the unit that was asked may answer.", RefusalKind.Forbidden);

    public static readonly Refusal CannotAnswer =
        new("outreach.cannot_answer", "Questions about villagers go to the village or its local government.", RefusalKind.Invalid);

    public static readonly Refusal NothingAnswered =
        new("outreach.nothing_answered", "An answer says yes or no to one question at least, or why not.", RefusalKind.Invalid);
}
