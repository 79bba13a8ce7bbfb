using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public static class AdministrativeActionRefusals
{
    public static readonly Refusal VictimShield =
        new("administrative_action.victim_shield", "No administrative action against a suspected victim (UU 6/2011 Ps 86).", RefusalKind.Forbidden);

    public static readonly Refusal PersonMissing =
        new("administrative_action.person_missing", "An action that was not proposed before names the person.", RefusalKind.Invalid);

    public static readonly Refusal OtherPerson =
        new("administrative_action.other_person", "This action is against another person.", RefusalKind.Invalid);

    public static readonly Refusal Exists = new("administrative_action.exists", "This action was proposed before, otherwise.");

    public static readonly Refusal Imposed = new("administrative_action.imposed", "Another decision stands; lift or suspend it first.");

    public static readonly Refusal NotImposed = new("administrative_action.not_imposed", "No action stands that could be suspended or lifted.");

    public static readonly Refusal Lifted = new("administrative_action.lifted", "The action was lifted; a new one is a new thing.");

    public static readonly Refusal Unknown = new("administrative_action.unknown", "There is no such action.", RefusalKind.NotFound);
}
