using Coordination.Domain;
using Coordination.EventStore;
using Coordination.Host.Cases;
using Coordination.Host.Handoffs;
using Coordination.Host.Intake;
using Coordination.Host.Integrity;
using Coordination.Host.Members;
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
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton<AnswerDigests>();
        services.AddSingleton<Completion>();
        services.AddSingleton<IInformant, BreachFacts>();
        services.AddSingleton<IInformant, NetworkFacts>();
        services.AddSingleton<IInformant, CaseClosings>();
        services.AddSingleton<IInformant, ClosedCases>();
        services.AddSingleton<IInformant, EvidenceReader>();
        services.AddSingleton<IInformant, DeskSeats>();
        services.AddSingleton<IInformant>(provider => provider.GetRequiredService<HoldReader>());
        services.AddSingleton<IInformant>(provider => provider.GetRequiredService<SharingReader>());
        services.AddSingleton<IInformant>(provider => provider.GetRequiredService<ErasureInformer>());
        services.AddSingleton<HandoffFollowUps>();
        services.AddSingleton<HandoverRecords>();
        services.AddSingleton(provider => new WritePath(
            provider.GetRequiredService<Decider>(), provider.GetRequiredService<ProjectionDaemon>(), provider.GetRequiredService<Kinds>(),
            provider.GetRequiredService<Sightings>(), provider.GetRequiredService<Audit>(), provider.GetRequiredService<VictimShieldReader>(),
            provider.GetRequiredService<SharingReader>(), provider.GetRequiredService<IndexKey>(), provider.GetRequiredService<Narratives>(),
            provider.GetRequiredService<Receipts>(), provider.GetRequiredService<ErasureInformer>(), provider.GetRequiredService<HandoffFollowUps>(),
            provider.GetServices<IInformant>()));
        services.AddSingleton<FactReader>();
        services.AddScoped<FactHandler>();
        services.AddSingleton<EventJudge>();
        services.AddSingleton<EventIntake>();
    }
}
