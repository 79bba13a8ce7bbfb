using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public sealed record GiveConsent(ConsentGiven Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>Permits; it does not share yet. Whoever answers for the owner usually does so in the same breath.</summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, GiveConsent command, Envelope envelope) =>
        CannotAnswer(sharing.RequestOf(command.Fact.Number), command, envelope) switch
        {
            { } refusal => refusal,
            null when sharing.RequestOf(command.Fact.Number)!.Granted is true => Unchanged.Value,
            _ when SecondPersonProblem(sharing, command, sharing.RequestOf(command.Fact.Number)!, envelope.By) is { } problem => problem,
            _ => command.Fact,
        };

    /// <summary>Why this officer cannot answer the request as wished; null when the answer stands or may be given.</summary>
    private static Refusal? CannotAnswer(ConsentRequest? request, SharingCommand command, Envelope envelope) => request switch
    {
        null => SharingRefusals.NoSuchRequest,
        _ when !IsOwner(command, envelope.By) || NoReader(command) is not null => SharingRefusals.NoSuchRequest,
        { Granted: { } granted } => granted == command is GiveConsent ? null : SharingRefusals.RequestAnswered,
        _ when envelope.OccurredAt > request.Expires => SharingRefusals.RequestExpired,
        _ => null,
    };

    /// <summary>Rule of two for Sangat Rahasia (OWASP ASVS 5.0 2.3.5): another officer, who decides for the agency and has proved just now to be it (7.5.3).</summary>
    private static Refusal? SecondPersonProblem(ThingSharing sharing, SharingCommand command, ConsentRequest request, Officer by) => by switch
    {
        _ when request.Kind != ConsentKind.Release && sharing.Effective(command.Facts.Marking).Level < Level.SR => null,
        _ when by.Id == request.By.Id => SharingRefusals.SamePerson,
        _ when !MayDecideForAgency(by) => SharingRefusals.SecondPersonNeeded,
        _ when !command.Facts.IsProved => SharingRefusals.ProofNeeded,
        _ => null,
    };
}
