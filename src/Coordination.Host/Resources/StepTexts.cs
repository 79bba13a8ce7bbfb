using Coordination.Domain.Reference;

namespace Coordination.Host.Resources;

/// <summary>What a step took, in one line.</summary>
public static class StepTexts
{
    public static string Step(this Texts texts, StepTime step, Zone zone)
    {
        var (name, due) = (texts.Term(step.Step), texts.Moment(step.Due, zone));
        return step.DoneAt is { } done
            ? texts.Fill(step.IsLate ? "things.step.late" : "things.step.done", name, texts.Moment(done, zone), due)
            : texts.Fill("things.step.open", name, due);
    }
}
