using Coordination.Domain;
using Coordination.EventStore;
using Coordination.Host.Cases;
using Coordination.Host.Handoffs;
using Coordination.Host.Intake;
using Coordination.Host.Networks;
using Coordination.Host.Privacy;
using Coordination.Host.Screening;
using Coordination.Host.Sharing;
using Coordination.Host.Vault;

namespace Coordination.Host.Commands;

/// <summary>The write path, wired.</summary>
internal static class WritingModule
{
    public static void AddWriting(this IServiceCollection services)
    {
        services.AddSingleton(_ => new Kinds(Catalogue.Kinds));
        services.AddSingleton<Envelopes>();
        services.AddSingleton<Sightings>();
        services.AddSingleton<Audit>();
        services.AddSingleton<VictimShieldReader>();
        services.AddSingleton<NetworkFacts>();
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton<CaseClosings>();
        services.AddSingleton<AnswerDigests>();
        services.AddSingleton<Completion>();
        services.AddSingleton<EvidenceReader>();
        services.AddSingleton<HandoffFollowUps>();
        services.AddSingleton<HandoverRecords>();
        services.AddSingleton(provider => new WritePath(
            provider.GetRequiredService<Decider>(), provider.GetRequiredService<ProjectionDaemon>(), provider.GetRequiredService<Kinds>(),
            provider.GetRequiredService<Sightings>(), provider.GetRequiredService<Audit>(), provider.GetRequiredService<VictimShieldReader>(),
            provider.GetRequiredService<HoldReader>(), provider.GetRequiredService<SharingReader>(), provider.GetRequiredService<IndexKey>(),
            provider.GetRequiredService<Narratives>(), provider.GetRequiredService<Integrity.Receipts>(),
            provider.GetRequiredService<ErasureInformer>(), provider.GetRequiredService<CaseClosings>(),
            provider.GetRequiredService<EvidenceReader>(), provider.GetRequiredService<HandoffFollowUps>(),
            provider.GetRequiredService<NetworkFacts>()));
        services.AddSingleton<FactReader>();
        services.AddScoped<FactHandler>();
        services.AddSingleton<EventJudge>();
        services.AddSingleton<EventIntake>();
    }
}
