namespace Coordination.Host.Tests.Api;

/// <summary>Rows of <see cref="SeesNothingTests"/> for screening, tips and outreach. The stranger is a local government: it answers some questions, and takes reports down.</summary>
internal static class ScreeningRows
{
    public static Dictionary<string, Func<Secrets, Attempt>> All { get; } = new(StringComparer.Ordinal)
    {
        ["POST passport-applications"] = _ => new(Must.BeHarmless, "passport-applications"),
        ["POST passport-applications/{id:guid}/interviews"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/interviews", """{"redFlags":[],"summary":"Ingin tahu"}"""),
        ["POST passport-applications/{id:guid}/documents"] = s => new(
            Must.LookMissing, $"passport-applications/{s.Report}/documents", """{"document":"Visa","issuer":"DUKCAPIL","result":"Genuine"}"""),
        ["POST passport-applications/{id:guid}/forgeries"] = s => new(
            Must.LookMissing, $"passport-applications/{s.Report}/forgeries",
            """{"document":"Visa","issuer":"DUKCAPIL","signs":["Altered"],"explanation":"Ingin tahu"}"""),
        ["POST passport-applications/{id:guid}/field-checks"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/field-checks", """{"orderNumber":"1","reason":"StatementDoubted"}"""),
        ["POST passport-applications/{id:guid}/field-checks/reports"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/field-checks/reports", """{"orderNumber":"1","finding":"Confirmed","summary":"Ingin tahu"}"""),
        ["PUT passport-applications/{id:guid}/deferral"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/deferral", """{"reasons":["Other"],"documentsAsked":[]}"""),
        ["PUT passport-applications/{id:guid}/deferral/lifting"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/deferral/lifting", """{"evidence":"Ingin tahu"}"""),
        ["PUT passport-applications/{id:guid}/refusal"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/refusal", """{"reasons":["Other"],"explanation":"Ingin tahu"}"""),
        ["POST passport-applications/{id:guid}/referrals"] = s => new(
            Must.BeForbidden, $"passport-applications/{s.Report}/referrals", """{"toAgency":"BP3MI","toUnit":"BP3MI-NTT","advice":"Ingin tahu"}"""),
        ["PUT passport-applications/{id:guid}/referrals/acceptance"] = s => new(
            Must.LookMissing, $"passport-applications/{s.Report}/referrals/acceptance", "{}"),
        ["PUT passport-applications/{id:guid}/issuance"] = s => new(Must.BeForbidden, $"passport-applications/{s.Report}/issuance", "{}"),
        ["POST departure-screenings"] = _ => new(Must.BeHarmless, "departure-screenings"),
        ["POST departure-screenings/deferrals"] = _ => new(Must.BeHarmless, "departure-screenings/deferrals"),
        ["POST departure-screenings/departures"] = _ => new(Must.BeHarmless, "departure-screenings/departures"),
        ["POST departure-screenings/{id:guid}/inspections"] = s => new(
            Must.BeForbidden, $"departure-screenings/{s.Report}/inspections", """{"summary":"Ingin tahu","redFlags":[]}"""),
        ["POST departure-screenings/{id:guid}/victim-screenings"] = s => new(
            Must.LookMissing, $"departure-screenings/{s.Report}/victim-screenings", """{"indicators":[],"isChild":false,"result":"NoIndication"}"""),
        ["PUT departure-screenings/{id:guid}/deferral"] = s => new(
            Must.BeForbidden, $"departure-screenings/{s.Report}/deferral", """{"reasons":["Other"],"recordNumber":"1"}"""),
        ["PUT departure-screenings/{id:guid}/deferral/overturning"] = s => new(
            Must.BeForbidden, $"departure-screenings/{s.Report}/deferral/overturning", SeesNothingTests.Reason),
        ["PUT departure-screenings/{id:guid}/departure"] = s => new(
            Must.BeForbidden, $"departure-screenings/{s.Report}/departure",
            """{"traveller":null,"checkpoint":"TPI-SEKUPANG","mode":"Sea","destination":"SG","clearance":"None"}"""),
        ["PUT departure-screenings/{id:guid}/passport-withdrawal"] = s => new(
            Must.BeForbidden, $"departure-screenings/{s.Report}/passport-withdrawal", """{"receiptNumber":"1","ground":"Other"}"""),
        ["PUT departure-screenings/{id:guid}/origin-return"] = s => new(
            Must.LookMissing, $"departure-screenings/{s.Report}/origin-return", """{"route":["53.21"],"toAgency":"PEMDA-KAB","toUnit":"PEMDA-MALAKA"}"""),
        ["POST tips"] = _ => new(Must.BeHarmless, "tips"),
        ["POST tips/progress"] = _ => new(Must.BeHarmless, "tips/progress", """{"code":"2222-2222-2222"}"""),
        ["PUT tips/{id:guid}/triage"] = s => new(Must.BeForbidden, $"tips/{s.Report}/triage", """{"category":"Other","priority":"Low"}"""),
        ["PUT tips/{id:guid}/assignment"] = s => new(
            Must.BeForbidden, $"tips/{s.Report}/assignment", """{"toAgency":"PEMDA-KAB","toUnit":"PEMDA-MALAKA"}"""),
        ["PUT tips/{id:guid}/verification"] = s => new(
            Must.LookMissing, $"tips/{s.Report}/verification", """{"basis":["Records"],"summary":"Ingin tahu"}"""),
        ["PUT tips/{id:guid}/dismissal"] = s => new(Must.LookMissing, $"tips/{s.Report}/dismissal", """{"basis":["Records"],"reason":"Ingin tahu"}"""),
        ["POST tips/{id:guid}/conversions"] = s => new(
            Must.LookMissing, $"tips/{s.Report}/conversions", $$"""{"into":"Case","target":"{{s.Case}}"}"""),
        ["PUT tips/{id:guid}/feedback"] = s => new(Must.LookMissing, $"tips/{s.Report}/feedback", """{"feedback":"Received"}"""),
        ["POST outreach-sessions"] = _ => new(Must.BeHarmless, "outreach-sessions"),
        ["POST fostered-villages"] = _ => new(Must.BeHarmless, "fostered-villages"),
        ["POST fostered-villages/{id:guid}/officers"] = s => new(
            Must.BeForbidden, $"fostered-villages/{s.Report}/officers",
            """{"officer":"pemda.malaka","role":"PENDAMPING","decreeNumber":"1"}"""),
        ["POST community-partners"] = _ => new(Must.BeHarmless, "community-partners"),
        ["POST village-verifications"] = _ => new(Must.BeHarmless, "village-verifications"),
        ["PUT village-verifications/{id:guid}/answer"] = s => new(
            Must.LookMissing, $"village-verifications/{s.Report}/answer", """{"isResident":true}"""),
    };
}
