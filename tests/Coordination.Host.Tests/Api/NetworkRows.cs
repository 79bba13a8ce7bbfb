namespace Coordination.Host.Tests.Api;

/// <summary>Rows of <see cref="SeesNothingTests"/> for watch-list, networks, bans, warnings and advisories.</summary>
internal static class NetworkRows
{
    public static IReadOnlyDictionary<string, Func<Secrets, Attempt>> All { get; } = new Dictionary<string, Func<Secrets, Attempt>>(StringComparer.Ordinal)
    {
        ["POST watch-entries"] = _ => new(Must.BeHarmless, "watch-entries"),
        ["PUT watch-entries/{id:guid}/approval"] = s => new(Must.BeForbidden, $"watch-entries/{s.Report}/approval", """{"validUntil":"2026-12-31"}"""),
        ["POST watch-entries/{id:guid}/hits"] = s => new(Must.LookMissing, $"watch-entries/{s.Report}/hits", """{"hitNumber":"1"}"""),
        ["POST watch-entries/{id:guid}/reviews"] = s => new(
            Must.LookMissing, $"watch-entries/{s.Report}/reviews", """{"hitNumber":"1","outcome":"False","feedback":"Ingin tahu"}"""),
        ["POST watch-entries/{id:guid}/extension"] = s => new(
            Must.BeForbidden, $"watch-entries/{s.Report}/extension", """{"validUntil":"2026-12-31","reason":"Ingin tahu"}"""),
        ["PUT watch-entries/{id:guid}/removal"] = s => new(Must.BeForbidden, $"watch-entries/{s.Report}/removal", SeesNothingTests.Reason),
        ["POST brokers"] = _ => new(Must.BeHarmless, "brokers"),
        ["POST brokers/{id:guid}/aliases"] = s => new(
            Must.LookMissing, $"brokers/{s.Report}/aliases", """{"alias":"Om","sources":["0197f1a0-0000-7000-8000-000000000001"]}"""),
        ["POST brokers/{id:guid}/contacts"] = s => new(
            Must.LookMissing, $"brokers/{s.Report}/contacts", """{"kind":"Telephone","contact":"+6200000099","sources":["0197f1a0-0000-7000-8000-000000000001"]}"""),
        ["POST brokers/{id:guid}/areas"] = s => new(
            Must.LookMissing, $"brokers/{s.Report}/areas", """{"place":"53.21","role":"Recruits","sources":["0197f1a0-0000-7000-8000-000000000001"]}"""),
        ["POST brokers/{id:guid}/merges"] = s => new(
            Must.LookMissing, $"brokers/{s.Report}/merges", """{"profiles":["0197f1a0-0000-7000-8000-000000000002"],"reason":"Ingin tahu","sources":["0197f1a0-0000-7000-8000-000000000001"]}"""),
        ["PUT brokers/{id:guid}/closing"] = s => new(Must.LookMissing, $"brokers/{s.Report}/closing", SeesNothingTests.Reason),
        ["POST network-links"] = _ => new(Must.BeHarmless, "network-links"),
        ["POST network-links/{id:guid}/confirmation"] = s => new(
            Must.LookMissing, $"network-links/{s.Report}/confirmation", """{"confidence":0.5}"""),
        ["PUT network-links/{id:guid}/retraction"] = s => new(Must.LookMissing, $"network-links/{s.Report}/retraction", SeesNothingTests.Reason),
        ["POST p3mi"] = _ => new(Must.BeHarmless, "p3mi"),
        ["POST p3mi/{id:guid}/licence"] = s => new(
            Must.BeForbidden, $"p3mi/{s.Report}/licence", """{"status":"Active","since":"2026-02-02"}"""),
        ["POST p3mi/{id:guid}/inspections"] = s => new(
            Must.LookMissing, $"p3mi/{s.Report}/inspections", """{"inspectionNumber":"1","summary":"Ingin tahu"}"""),
        ["POST p3mi/{id:guid}/findings"] = s => new(
            Must.LookMissing, $"p3mi/{s.Report}/findings", """{"findingNumber":"1","inspectionNumber":"1","findingCode":"A","description":"Ingin tahu"}"""),
        ["POST p3mi/{id:guid}/corrective-actions"] = s => new(
            Must.LookMissing, $"p3mi/{s.Report}/corrective-actions", """{"findingNumber":"1","action":"Ingin tahu","dueOn":"2026-12-31"}"""),
        ["POST p3mi/{id:guid}/corrections"] = s => new(
            Must.LookMissing, $"p3mi/{s.Report}/corrections", """{"findingNumber":"1","explanation":"Ingin tahu"}"""),
        ["POST p3mi/{id:guid}/sanctions"] = s => new(
            Must.BeForbidden, $"p3mi/{s.Report}/sanctions", """{"decreeNumber":"1","kind":"Warning","from":"2026-02-02","reason":"Ingin tahu"}"""),
        ["POST p3mi/{id:guid}/sanctions/extension"] = s => new(
            Must.BeForbidden, $"p3mi/{s.Report}/sanctions/extension", """{"decreeNumber":"1","until":"2026-12-31","reason":"Ingin tahu"}"""),
        ["POST p3mi/{id:guid}/sanctions/lifting"] = s => new(
            Must.BeForbidden, $"p3mi/{s.Report}/sanctions/lifting", """{"decreeNumber":"1","reason":"Ingin tahu"}"""),
        ["POST financial-inquiries"] = _ => new(Must.BeHarmless, "financial-inquiries"),
        ["PUT financial-inquiries/{id:guid}/answer"] = s => new(
            Must.BeForbidden, $"financial-inquiries/{s.Report}/answer", """{"answerNumber":"1","summary":"Ingin tahu"}"""),
        ["POST job-ads"] = _ => new(Must.BeHarmless, "job-ads"),
        ["PUT job-ads/{id:guid}/takedown"] = s => new(Must.BeForbidden, $"job-ads/{s.Report}/takedown", """{"referenceNumber":"1"}"""),
        ["POST travel-bans/urgent-exit"] = _ => new(Must.BeHarmless, "travel-bans/urgent-exit"),
        ["POST travel-bans/exit"] = _ => new(Must.BeHarmless, "travel-bans/exit"),
        ["POST travel-bans/entry"] = _ => new(Must.BeHarmless, "travel-bans/entry"),
        ["PUT travel-bans/{id:guid}/exit-entry"] = s => new(
            Must.BeForbidden, $"travel-bans/{s.Report}/exit-entry", """{"entryNumber":"1"}"""),
        ["PUT travel-bans/{id:guid}/decision"] = s => new(
            Must.BeForbidden, $"travel-bans/{s.Report}/decision", """{"person":{"name":"Elang"},"decreeNumber":"1","from":"2026-02-02","until":"2026-03-02","reason":"Ingin tahu"}"""),
        ["POST travel-bans/{id:guid}/exit-extension"] = s => new(
            Must.BeForbidden, $"travel-bans/{s.Report}/exit-extension", """{"decreeNumber":"1","until":"2026-12-31","reason":"Ingin tahu"}"""),
        ["PUT travel-bans/{id:guid}/exit-lifting"] = s => new(Must.BeForbidden, $"travel-bans/{s.Report}/exit-lifting", SeesNothingTests.Reason),
        ["PUT travel-bans/{id:guid}/entry-entry"] = s => new(
            Must.BeForbidden, $"travel-bans/{s.Report}/entry-entry", """{"entryNumber":"1","until":"2026-12-31"}"""),
        ["POST travel-bans/{id:guid}/entry-extension"] = s => new(
            Must.BeForbidden, $"travel-bans/{s.Report}/entry-extension", """{"decreeNumber":"1","until":"2026-12-31","reason":"Ingin tahu"}"""),
        ["PUT travel-bans/{id:guid}/entry-lifting"] = s => new(Must.BeForbidden, $"travel-bans/{s.Report}/entry-lifting", SeesNothingTests.Reason),
        ["POST network-warnings"] = _ => new(Must.BeHarmless, "network-warnings"),
        ["POST network-warnings/{id:guid}/feedback"] = s => new(
            Must.BeForbidden, $"network-warnings/{s.Report}/feedback", """{"hits":0,"misses":0,"summary":"Ingin tahu"}"""),
        ["POST advisories"] = _ => new(Must.BeHarmless, "advisories"),
        ["POST advisories/{id:guid}/acknowledgements"] = s => new(
            Must.BeForbidden, $"advisories/{s.Report}/acknowledgements", """{"checkpoint":"TPI-SEKUPANG","shift":"PAGI"}"""),
        ["POST advisories/{id:guid}/postures"] = s => new(
            Must.BeForbidden, $"advisories/{s.Report}/postures", """{"checkpoint":"TPI-SEKUPANG","description":"Ingin tahu"}"""),
        ["POST advisories/{id:guid}/hits"] = s => new(
            Must.BeForbidden, $"advisories/{s.Report}/hits", """{"hitNumber":"1","checkpoint":"TPI-SEKUPANG"}"""),
        ["POST advisories/{id:guid}/outcomes"] = s => new(
            Must.BeForbidden, $"advisories/{s.Report}/outcomes", """{"hitNumber":"1","outcome":"Cleared","explanation":"Ingin tahu"}"""),
        ["POST advisories/{id:guid}/extension"] = s => new(
            Must.BeForbidden, $"advisories/{s.Report}/extension", """{"validTo":"2026-12-31","reason":"Ingin tahu"}"""),
    };
}
