using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;

namespace Coordination.Host.Cases;

/// <summary>
/// Tells the proposal of a handoff that its case is closed, to those who may know of the case. A person who was already brought to a desk is another
/// matter: that happened, and is recorded whatever became of the case.
/// </summary>
internal sealed class ClosedCases(EventLog log, Sightings sightings) : IInformant
{
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) =>
        command is ProposeHandoff { Fact.Case: { } file } propose && await IsClosed(file, by, ct) ? propose with { CaseClosed = true } : command;

    private async Task<bool> IsClosed(CaseId file, Officer by, CancellationToken ct) =>
        await sightings.MayKnow(by, CaseDecider.Kind.Type, file.Value, ct)
        && (await log.FetchStream(file.Value, ct)).LastOrDefault(recorded => recorded.Body is CaseClosed or CaseReopened)?.Body is CaseClosed;
}
