using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public static class ProsecutionRefusals
{
    public static readonly Refusal NoReport = new("prosecution.no_report", "There is no police report yet.");

    public static readonly Refusal OtherUnit =
        new("prosecution.other_unit", "Only the unit that registered the report may do this.", RefusalKind.Forbidden);

    public static readonly Refusal OtherReport = new("prosecution.other_report", "This matter has a police report under another number.");

    public static readonly Refusal ProsecutorMissing =
        new("prosecution.prosecutor_missing", "The prosecutor is always among the recipients.", RefusalKind.Invalid);

    public static readonly Refusal AlreadyNotified =
        new("prosecution.already_notified", "The prosecutor was notified under another number.");

    public static readonly Refusal NoticeBeforeStart =
        new("prosecution.notice_before_start", "The investigation cannot have started after the notice of it.", RefusalKind.Invalid);

    public static readonly Refusal TraffickingIsPolice = new(
        "prosecution.trafficking_is_police", "Trafficking is investigated by the police alone; hand the matter to them.", RefusalKind.Forbidden);

    public static readonly Refusal OutOfReach = new(
        "prosecution.out_of_reach", "Investigators of immigration may investigate offences of the immigration law and smuggling only.",
        RefusalKind.Forbidden);

    public static readonly Refusal AlreadyStarted = new("prosecution.already_started", "The investigation runs under another order.");

    public static readonly Refusal NotReleased =
        new("prosecution.not_released", "Another agency investigates this matter; it has not become the own agency's.", RefusalKind.Forbidden);

    public static readonly Refusal BothMustSit =
        new("prosecution.both_must_sit", "A joint conference has immigration and police at the table.", RefusalKind.Invalid);

    public static readonly Refusal RouteByPolice = new(
        "prosecution.route_by_police", "That there is no trafficking after all is for the police to say.", RefusalKind.Forbidden);

    public static readonly Refusal AlreadyHeld = new("prosecution.already_held", "The conference stands recorded under another number.");

    public static readonly Refusal OffenceDiffers =
        new("prosecution.offence_differs", "The matter is not of the offence that is to be changed; look again.");

    public static readonly Refusal SameOffence =
        new("prosecution.same_offence", "A reclassification leads from one offence to another.", RefusalKind.Invalid);

    public static readonly Refusal NotCompetent =
        new("prosecution.not_competent", "This agency does not investigate that offence.", RefusalKind.Invalid);
}
