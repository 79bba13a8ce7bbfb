namespace Coordination.Domain.Alerts.Rules;

internal static class LooksAt
{
    public static IReadOnlySet<Type> Of(params Type[] types) => types.ToHashSet();
}
