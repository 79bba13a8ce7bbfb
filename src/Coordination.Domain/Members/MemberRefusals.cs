using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public static class MemberRefusals
{
    public static readonly Refusal Unknown = new("members.unknown", "Your agency has no such member.", RefusalKind.NotFound);

    public static readonly Refusal NotHead =
        new("members.not_head", "Only the head of this unit or of one above it may do this.", RefusalKind.Forbidden);

    public static readonly Refusal Exists = new("members.exists", "This name is taken.");

    public static readonly Refusal BadName =
        new("members.bad_name", "A name is 3 to 60 lower-case letters, digits, dots and dashes, and begins with a letter.", RefusalKind.Invalid);

    public static readonly Refusal BadCode =
        new("members.bad_code", "A code is 2 to 60 upper-case letters, digits and dashes, and begins with a letter.", RefusalKind.Invalid);

    public static readonly Refusal BadPeriod = new("members.bad_period", "It would end before it begins.", RefusalKind.Invalid);

    public static readonly Refusal SecondPersonNeeded =
        new("members.second_person_needed", "These rights need a second person: propose them, and let another head confirm.", RefusalKind.Forbidden);

    public static readonly Refusal SamePerson =
        new("members.same_person", "The second person is another one than the proposer and the receiver.", RefusalKind.Forbidden);

    public static readonly Refusal OwnRights = new("members.own_rights", "Nobody changes the own rights.", RefusalKind.Forbidden);

    public static readonly Refusal AboveOwn =
        new("members.above_own", "Nobody grants more clearance than the own.", RefusalKind.Forbidden);

    public static readonly Refusal RoleNotOfAgency =
        new("members.role_not_of_agency", "Only the task force has this role; a system has its own and no other.", RefusalKind.Invalid);

    public static readonly Refusal NoProposal = new("members.no_proposal", "There is no such proposal any more.");

    public static readonly Refusal UnknownScope = new("members.unknown_scope", "A system has at least one scope, and only known ones.", RefusalKind.Invalid);

    public static readonly Refusal InvitationTooStrong = new(
        "members.invitation_too_strong", "This member has rights that took two persons: a new password is set at the machine.", RefusalKind.Forbidden);

    public static readonly Refusal NotSystem = new("members.not_system", "Only a system has a secret.", RefusalKind.Invalid);

    public static readonly Refusal UnitExists = new("members.unit_exists", "This unit is registered already.");

    public static readonly Refusal UnitClosed = new("members.unit_closed", "This unit is closed.");

    public static readonly Refusal NotTaskForce =
        new("members.not_task_force", "Only a coordinator of the task force may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotSuspended = new("members.not_suspended", "This agency is not suspended.");

    public static readonly Refusal ForceUnknown = new("members.force_unknown", "There is no such joint team.", RefusalKind.NotFound);

    public static readonly Refusal ForceExists = new("members.force_exists", "A joint team of this code exists already.");

    public static readonly Refusal NotOfForce = new("members.not_of_force", "This agency or officer is not part of the joint team.");
}
