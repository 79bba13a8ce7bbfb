using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Commands;

namespace Coordination.Host.Members;

/// <summary>Tells who staffs a desk of a unit of the reference data which one it is: its stream has no registration that says so.</summary>
internal sealed class DeskSeats : IInformant
{
    public Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => Task.FromResult(
        command is StaffDesk staff
            ? staff with { Seat = Domain.Reference.Units.All.FirstOrDefault(unit => UnitFile.StreamOf(unit.Agency, unit.Code) == stream) }
            : command);
}
