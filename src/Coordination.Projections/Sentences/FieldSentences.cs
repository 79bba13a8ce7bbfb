using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;

namespace Coordination.Projections;

internal static class FieldSentences
{
    public static Wording Of(FieldEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            PersonEncountered e => new(
                $"{who} menemui {(e.ConcernsChild() ? "1 anak" : "1 orang")} ({e.Person.Code}){Found(e.Findings).Id}.",
                $"{who} met {(e.ConcernsChild() ? "1 child" : "1 person")} ({e.Person.Code}){Found(e.Findings).En}."),
            PersonSecured e => new($"{who} mengamankan 1 orang ({e.Person.Code}).", $"{who} secured 1 person ({e.Person.Code})."),
            VictimIdentifiedInField e => new(
                $"{who} menemukan {(e.ConcernsChild() ? "1 anak" : "1 orang")} terduga korban ({e.Person.Code}): {Terms.List(e.Signs).Id}.",
                $"{who} found {(e.ConcernsChild() ? "1 child" : "1 person")} to be a suspected victim ({e.Person.Code}): {Terms.List(e.Signs).En}."),
            EvidenceSeized e => new(
                $"{who} menyita barang bukti {e.Item}: {e.Quantity} {Terms.Of(e.Kind).Id}.", $"{who} seized evidence {e.Item}: {e.Quantity} {Terms.Of(e.Kind).En}."),
            LocationInspected e => new(
                $"{who} memeriksa lokasi {e.Site} di {Names.Place(e.Place)}{Found(e.Findings).Id}.",
                $"{who} inspected location {e.Site} at {Names.Place(e.Place)}{Found(e.Findings).En}."),
            _ => new("", ""),
        };
    }

    private static Wording Found(IReadOnlyList<FieldFinding>? findings) => findings is not { Count: > 0 }
        ? new("", "")
        : new($": {Terms.List(findings).Id}", $": {Terms.List(findings).En}");
}
