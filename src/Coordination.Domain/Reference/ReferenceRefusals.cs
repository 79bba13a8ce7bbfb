using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

public static class ReferenceRefusals
{
    public static readonly Refusal UnknownAgency =
        new("reference.unknown_agency", "There is no agency with this code.", RefusalKind.Invalid);

    public static readonly Refusal UnknownUnit =
        new("reference.unknown_unit", "This agency has no unit with this code.", RefusalKind.Invalid);

    public static readonly Refusal UnitNotWorking =
        new("reference.unit_not_working", "This unit has not begun to work or is closed; nothing can be sent to it.", RefusalKind.Invalid);

    public static readonly Refusal UnknownDesk =
        new("reference.unknown_desk", "This unit has no desk with this code.", RefusalKind.Invalid);

    public static readonly Refusal UnknownPlace =
        new("reference.unknown_place", "Neither a Kemendagri code nor the code of a checkpoint.", RefusalKind.Invalid);
}
