namespace Coordination.Host.Tests.Api;

/// <summary>Rows of <see cref="SeesNothingTests"/> for operations, meetings and surveillances.</summary>
internal static class OperationRows
{
    public static IReadOnlyDictionary<string, Func<Secrets, Attempt>> All { get; } = new Dictionary<string, Func<Secrets, Attempt>>(StringComparer.Ordinal)
    {
        ["POST operations"] = _ => new(Must.BeForbidden, "operations", """{"title":"x","purpose":"x","target":{"places":["21"],"from":"2026-02-12T12:00:00Z","until":"2026-02-12T18:00:00Z"},"agencies":["PEMDA-KAB"],"method":"x"}"""),
        ["PUT operations/{id:guid}/approval"] = s => new(Must.BeForbidden, $"operations/{s.Report}/approval"),
        ["PUT operations/{id:guid}/rejection"] = s => new(Must.BeForbidden, $"operations/{s.Report}/rejection", SeesNothingTests.Reason),
        ["POST operations/{id:guid}/orders"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/orders",
            """{"orderNumber":"1","orderedOn":"2026-02-12","team":[{"officer":"a","position":"b","role":"Leader"}]}"""),
        ["PUT operations/{id:guid}/briefing"] = s => new(Must.LookMissing, $"operations/{s.Report}/briefing", """{"victimFirst":true,"tasks":"Ingin tahu"}"""),
        ["PUT operations/{id:guid}/start"] = s => new(Must.LookMissing, $"operations/{s.Report}/start"),
        ["PUT operations/{id:guid}/cancellation"] = s => new(Must.LookMissing, $"operations/{s.Report}/cancellation", SeesNothingTests.Reason),
        ["POST operations/{id:guid}/persons"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/persons", """{"person":{"name":"Elang"},"nationality":"CN","sex":"Male","age":"Unknown"}"""),
        ["POST operations/{id:guid}/secured"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/secured", """{"person":{"name":"Elang"},"reason":"Ingin tahu"}"""),
        ["POST operations/{id:guid}/victims"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/victims", """{"person":{"name":"Elang"},"signs":["Other"]}"""),
        ["POST operations/{id:guid}/evidence"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/evidence", """{"item":"B-01","kind":"Other","description":"x","quantity":1,"storage":"x"}"""),
        ["POST operations/{id:guid}/locations"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/locations", """{"site":"L-01","place":"21.71","description":"x"}"""),
        ["PUT operations/{id:guid}/conclusion"] = s => new(Must.LookMissing, $"operations/{s.Report}/conclusion", """{"people":[],"summary":"x"}"""),
        ["POST operations/{id:guid}/outcomes"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/outcomes", """{"person":{"name":"Elang"},"outcome":"Release","reason":"Ingin tahu"}"""),
        ["POST operations/{id:guid}/drafts"] = s => new(
            Must.LookMissing, $"operations/{s.Report}/drafts",
            """{"draft":1,"reportNumber":"1","modus":"x","obstacles":"x","conclusion":"x","followUp":[]}"""),
        ["POST operations/{id:guid}/follow-ups"] = s => new(Must.LookMissing, $"operations/{s.Report}/follow-ups", """{"number":1,"result":"x"}"""),
        ["PUT operations/{id:guid}/concurrence"] = s => new(Must.LookMissing, $"operations/{s.Report}/concurrence", """{"draft":1}"""),
        ["PUT operations/{id:guid}/dissent"] = s => new(Must.LookMissing, $"operations/{s.Report}/dissent", """{"draft":1,"reason":"x"}"""),
        ["PUT operations/{id:guid}/finalisation"] = s => new(Must.LookMissing, $"operations/{s.Report}/finalisation", """{"draft":1}"""),
        ["GET operations"] = _ => new(Must.TellNothing, "operations?limit=200"),
        ["GET operations/{id:guid}"] = s => new(Must.LookMissing, $"operations/{s.Report}"),
        ["GET operations/{id:guid}/report"] = s => new(Must.LookMissing, $"operations/{s.Report}/report"),
        ["POST meetings"] = _ => new(Must.BeForbidden, "meetings", """{"agenda":"x","heldAt":"2026-02-10T02:00:00Z","agencies":["PEMDA-KAB"]}"""),
        ["PUT meetings/{id:guid}/minutes"] = s => new(
            Must.BeForbidden, $"meetings/{s.Report}/minutes",
            """{"minutesNumber":"1","attendance":[{"agency":"PEMDA-KAB","unit":"PEMDA-MALAKA"}],"decisions":[],"actionItems":[]}"""),
        ["POST meetings/{id:guid}/completions"] = s => new(Must.LookMissing, $"meetings/{s.Report}/completions", """{"number":1,"result":"x"}"""),
        ["POST surveillances"] = _ => new(Must.BeHarmless, "surveillances"),
        ["PUT surveillances/{id:guid}/end"] = s => new(Must.LookMissing, $"surveillances/{s.Report}/end"),
    };
}
