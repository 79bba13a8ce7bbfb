using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Privacy;

public enum RequestStatus
{
    None,
    Open,
    Fulfilled,
    Refused,
    HandedToErasure,
}

/// <summary>A request of a person about its data, and whether it was answered in time.</summary>
public sealed record SubjectRequest
{
    public static SubjectRequest None { get; } = new();

    public RequestStatus Status { get; private init; }

    /// <summary>Agency that took it in and answers it.</summary>
    public string Agency { get; private init; } = "";

    /// <summary>Unit that took it in.</summary>
    public string Unit { get; private init; } = "";

    public PersonRef Subject { get; private init; }

    public DataRight Right { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>Three times 24 hours after it was received.</summary>
    public DateTimeOffset DueAt => ReceivedAt + ServiceLevels.SubjectRequest;

    public static SubjectRequest Evolve(SubjectRequest request, SubjectRequestEvent happened, Envelope envelope) => happened switch
    {
        DataSubjectRequestReceived e => request with
        {
            Status = RequestStatus.Open, Agency = envelope.By.Agency, Unit = envelope.By.Unit, Subject = e.Subject, Right = e.Right, ReceivedAt = envelope.OccurredAt,
        },
        DataSubjectRequestFulfilled => request with { Status = RequestStatus.Fulfilled },
        DataSubjectRequestRefused => request with { Status = RequestStatus.Refused },
        DataSubjectRequestHandedToErasure => request with { Status = RequestStatus.HandedToErasure },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a request."),
    };
}
