namespace Coordination.Domain.Reference;

/// <summary>How long the steps of the victim pathway may take. Defaults of the product unless a source is named.</summary>
public static class VictimServiceLevels
{
    public static readonly TimeSpan Screening = TimeSpan.FromHours(24);

    public static readonly TimeSpan ChildScreening = TimeSpan.FromHours(1);

    public static readonly TimeSpan Decision = TimeSpan.FromDays(7);

    /// <summary>A victim has this long to recover and decide, free of any punitive measure. No source fixes it in Indonesian law; practice of the region.</summary>
    public const int ReflectionDays = 30;

    public static readonly TimeSpan ReflectionNotice = TimeSpan.FromDays(3);

    /// <summary>First aid; the law allows seven days (UU 21/2007 Ps 53), the product a day.</summary>
    public static readonly TimeSpan Emergency = TimeSpan.FromHours(24);

    public static readonly TimeSpan Psychosocial = TimeSpan.FromDays(3);

    /// <summary>Rehabilitation begins within seven days (UU 21/2007 Ps 52).</summary>
    public static readonly TimeSpan ServicePlan = TimeSpan.FromDays(7);

    public static readonly TimeSpan ServicePlanNotice = TimeSpan.FromDays(1);

    public static readonly TimeSpan Legal = TimeSpan.FromDays(3);

    public static readonly TimeSpan LocalGovernmentAcknowledgement = TimeSpan.FromHours(24);

    public static readonly TimeSpan ReintegrationPlan = TimeSpan.FromDays(14);

    /// <summary>A visit in the week after its day is in time.</summary>
    public static readonly TimeSpan FollowUpGrace = TimeSpan.FromDays(7);

    /// <summary>From this many missed sessions in a row on somebody looks.</summary>
    public const int MissedSessions = 2;
}
