using Coordination.EventStore;
using Coordination.Host.Privacy.Names;
using Coordination.Host.Store;
using Coordination.Projections;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>The vault, wired: keys, identities, contacts.</summary>
internal static class VaultModule
{
    /// <summary>Key of the data source of role <c>coord_keys</c>, the only one that reads the schema <c>vault</c>.</summary>
    public const string Keys = "keys";

    private const string Runtime = "coord_rt";
    private const string Role = "coord_keys";
    private const int Connections = 20;

    public static void AddVault(this IServiceCollection services, HostSettings settings)
    {
        services.AddKeyedSingleton(Keys, (_, _) => DataSource(settings));
        services.AddSingleton(_ => IndexKey.LoadOrCreate(settings.DataDirectory));
        services.AddSingleton(_ => FileMasterKey.LoadOrCreate(settings.DataDirectory));
        services.AddSingleton<IMasterKey>(provider => provider.GetRequiredService<FileMasterKey>());
        // Seconds of memory, not of the story.
        services.AddSingleton(provider => new DataKeyCache(provider.GetRequiredService<DatabaseClock>()));
        services.AddSingleton(provider => new DataKeys(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys), provider.GetRequiredService<IMasterKey>(), provider.GetRequiredService<DataKeyCache>()));
        services.AddSingleton(provider => new KeyRotation(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys), provider.GetRequiredService<IMasterKey>(), provider.GetRequiredService<DataKeys>(),
            provider.GetRequiredService<DataKeyCache>()));
        services.AddSingleton<SubjectRows>();
        services.AddSingleton<Narratives>();
        services.AddSingleton(provider => new BlindIndexes(
            provider.GetRequiredService<IndexKey>(), provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PersonTrail>(provider, provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon)));
        services.AddSingleton(provider => new NearbyTexts(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon), provider.GetRequiredService<EventQueries>(),
            provider.GetRequiredService<EventLog>()));
        services.AddSingleton(provider => new Shredder(provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys), provider.GetRequiredService<DataKeys>()));
        services.AddSingleton<ErasureInformer>();
        services.AddSingleton<Erasures>();
        services.AddSingleton<Contacts>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Reveals>(provider, provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys)));
        services.AddSingleton<Tellers>();
        services.AddSingleton<NameKeys>();
        services.AddSingleton<Tellings>();
        services.AddSingleton(provider => new PersonVault(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Keys), provider.GetRequiredService<BlindIndexes>(), provider.GetRequiredService<SubjectRows>(),
            provider.GetRequiredService<NameKeys>(), provider.GetRequiredService<Tellings>()));
    }

    // Small and its own: a stampede on the case lists must not leave the vault without a connection, nor the other way round.
    private static NpgsqlDataSource DataSource(HostSettings settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.Keys ?? settings.Database.Replace(Runtime, Role, StringComparison.Ordinal)) { Name = "coordination-keys" };
        var connection = builder.ConnectionStringBuilder;
        if (!connection.Keys.Contains("Maximum Pool Size", StringComparer.OrdinalIgnoreCase)) // ContainsKey knows every name, set or not
            connection.MaxPoolSize = Connections;
        connection.Timeout = Math.Min(connection.Timeout, 3);
        connection.CommandTimeout = Math.Min(connection.CommandTimeout, 10);
        return builder.Build();
    }
}
