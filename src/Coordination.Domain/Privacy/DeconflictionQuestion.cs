using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A question and its answer. Asked once; what was told stays told.</summary>
public sealed record DeconflictionQuestion
{
    public static DeconflictionQuestion None { get; } = new();

    /// <summary>Null before it was asked.</summary>
    public DeconflictionAsked? Asked { get; private init; }

    public static DeconflictionQuestion Evolve(DeconflictionQuestion question, DeconflictionEvent happened, Envelope envelope) => happened switch
    {
        DeconflictionAsked e => question with { Asked = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a question."),
    };
}
