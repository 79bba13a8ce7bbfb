using Coordination.Host.Access;
using Coordination.Host.Privacy.Names;
using Coordination.Host.Store;
using Coordination.Host.Vault;
using Npgsql;

namespace Coordination.Host.Privacy;

/// <summary>Questions between agencies, search by name, and the protection of personal data, wired.</summary>
internal static class PrivacyModule
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<HoldReader>();
        services.AddSingleton<AnomalyAlarm>();
        services.AddSingleton<LookupLimits>();
        services.AddSingleton(provider => new NameBook(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(VaultModule.Keys), provider.GetRequiredService<DataKeys>(),
            provider.GetRequiredService<NameKeys>()));
        services.AddSingleton<Corrections>();
        services.AddSingleton<Deconfliction>();
        services.AddSingleton<PersonSearch>();
        services.AddSingleton(provider => new AccessSummaries(provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon)));
        services.AddSingleton<BreachReports>();
        services.AddScoped<HandOver>();
        services.AddSingleton<RetentionJob>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionJob>());
    }

    public static void Map(RouteGroupBuilder api)
    {
        QuestionEndpoints.Map(api);
        DataProtectionEndpoints.Map(api);
    }
}
