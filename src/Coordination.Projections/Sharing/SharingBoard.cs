using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;

namespace Coordination.Projections.Sharing;

/// <summary>Consents that were asked for, recalls, and what was answered.</summary>
public sealed class SharingBoard : IProjection
{
    public string Name => "SharingBoard";

    public IReadOnlyList<string> Tables { get; } = ["consent_request", "recall", "recall_answer"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(SharingEvent));

    public ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        foreach (var happened in page.Select(Happened.Of))
            Add(happened, session);
        return ValueTask.CompletedTask;
    }

    private static void Add(Happened happened, ProjectionSession session)
    {
        switch (happened.Recorded.Body)
        {
            case ConsentRequested asked:
                AddRequest(asked, happened.Envelope, session);
                break;
            case ConsentGiven given:
                Answer(given, given.Number, true, given.Note, happened.Envelope, session);
                break;
            case ConsentRefused refused:
                Answer(refused, refused.Number, false, refused.Reason, happened.Envelope, session);
                break;
            case SharingNarrowed narrowed:
                AddRecall(narrowed, happened, session);
                break;
            case RecallAcknowledged answered:
                AddAnswer(answered, happened.Envelope, session);
                break;
        }
    }

    private static void AddRequest(ConsentRequested asked, Envelope envelope, ProjectionSession session)
    {
        var request = new ConsentRequest(asked.Number, asked.Kind, asked.Recipients, envelope.By, envelope.OccurredAt);
        session.Add(
            """
            insert into consent_request (
                thing, number, kind, owner, consent, recipients, reason, agency, unit, officer, asked_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            Parameters.Uuid(asked.Thing.Stream), Parameters.Number(asked.Number), Parameters.Text(asked.Thing.Kind),
            Parameters.Text(asked.Thing.Owner), Parameters.Text(Camel(asked.Kind)),
            Parameters.Texts(asked.Recipients.Select(to => to.ToAudience())), Parameters.Text(asked.Reason),
            Parameters.Text(envelope.By.Agency), Parameters.Text(envelope.By.Unit), Parameters.Text(envelope.By.Id),
            Parameters.Time(request.At), Parameters.Time(request.Expires));
    }

    private static void Answer(SharingEvent answer, int number, bool granted, string? note, Envelope envelope, ProjectionSession session) =>
        session.Add(
            "update consent_request set granted = $3, note = $4, answered_at = $5, answered_by = $6 where thing = $1 and number = $2",
            Parameters.Uuid(answer.Thing.Stream), Parameters.Number(number), Parameters.Flag(granted), Parameters.Text(note),
            Parameters.Time(envelope.OccurredAt), Parameters.Text(envelope.By.Id));

    private static void AddRecall(SharingNarrowed narrowed, Happened happened, ProjectionSession session)
    {
        var recall = new Recall(narrowed.Recall, happened.Envelope.OccurredAt, []);
        session.Add(
            """
            insert into recall (thing, number, position, kind, owner, unit, keep, reason, narrowed_at, due_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            Parameters.Uuid(narrowed.Thing.Stream), Parameters.Number(narrowed.Recall), Parameters.Bigint(happened.Recorded.Position),
            Parameters.Text(narrowed.Thing.Kind), Parameters.Text(narrowed.Thing.Owner), Parameters.Text(happened.Envelope.By.Unit),
            Parameters.Texts(ThingSharing.KeptBy(narrowed)), Parameters.Text(narrowed.Reason), Parameters.Time(recall.At),
            Parameters.Time(recall.Due));
    }

    private static void AddAnswer(RecallAcknowledged answered, Envelope envelope, ProjectionSession session) => session.Add(
        """
        insert into recall_answer (thing, number, agency, unit, outcome, note, officer, answered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """,
        Parameters.Uuid(answered.Thing.Stream), Parameters.Number(answered.Recall), Parameters.Text(envelope.By.Agency),
        Parameters.Text(envelope.By.Unit), Parameters.Text(Camel(answered.Outcome)), Parameters.Text(answered.Note),
        Parameters.Text(envelope.By.Id), Parameters.Time(envelope.OccurredAt));

    private static string Camel(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
