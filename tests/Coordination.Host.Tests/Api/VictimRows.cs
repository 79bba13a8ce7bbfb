namespace Coordination.Host.Tests.Api;

/// <summary>What a stranger's request to the routes of victims, their services and administrative actions comes to.</summary>
internal static class VictimRows
{
    private const string Reason = """{"reason":"Ingin tahu"}""";

    public static Dictionary<string, Func<Secrets, Attempt>> All { get; } = new(StringComparer.Ordinal)
    {
        ["POST victims"] = _ => new(Must.BeHarmless, "victims"),
        ["POST victims/screenings"] = _ => new(Must.BeHarmless, "victims/screenings"),
        ["POST victims/determinations"] = _ => new(Must.BeHarmless, "victims/determinations"),
        ["POST victims/{id:guid}/screenings"] = s => new(
            Must.LookMissing, $"victims/{s.Victim}/screenings", """{"form":"SKRINING-TPPO","indicators":[],"score":9,"isChild":false,"formLanguage":"id"}"""),
        ["PUT victims/{id:guid}/determination"] = s => new(
            Must.LookMissing, $"victims/{s.Victim}/determination", """{"status":"NotVictim","grounds":"Ingin tahu"}"""),
        ["PUT victims/{id:guid}/revision"] = s => new(Must.LookMissing, $"victims/{s.Victim}/revision", """{"status":"NotVictim","reason":"Ingin tahu"}"""),
        ["PUT victims/{id:guid}/reflection-period"] = s => new(Must.LookMissing, $"victims/{s.Victim}/reflection-period", """{"decisionNumber":"1"}"""),
        ["POST protections"] = _ => new(Must.BeHarmless, "protections"),
        ["POST protections/shelter"] = _ => new(Must.BeHarmless, "protections/shelter"),
        ["POST protections/{id:guid}/consents"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/consents", """{"services":["Health"],"givenBy":"Self","language":"id"}"""),
        ["POST protections/{id:guid}/refusals"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/refusals", """{"services":["Shelter"],"givenBy":"Self"}"""),
        ["POST protections/{id:guid}/withdrawals"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/withdrawals", """{"services":["Health"],"givenBy":"Self"}"""),
        ["POST protections/{id:guid}/matters"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/matters", $$"""{"kind":"Case","matter":"{{s.Case}}"}"""),
        ["PUT protections/{id:guid}/shelter"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/shelter", """{"person":{"passport":"ZZ0000077"},"kind":"Rptc","shelter":"X","consentGiven":true}"""),
        ["PUT protections/{id:guid}/discharge"] = s => new(Must.LookMissing, $"protections/{s.Protection}/discharge", """{"reason":"OwnWish"}"""),
        ["POST protections/{id:guid}/health-assessments"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/health-assessments", """{"facility":"RS"}"""),
        ["POST protections/{id:guid}/medico-legal-examinations"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/medico-legal-examinations", """{"reportNumber":"1","facility":"RS"}"""),
        ["POST protections/{id:guid}/treatments"] = s => new(Must.LookMissing, $"protections/{s.Protection}/treatments", """{"facility":"RS"}"""),
        ["POST protections/{id:guid}/psychosocial-assessments"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/psychosocial-assessments", """{"guideline":"PEDOMAN-PSIKOSOSIAL","needs":["a"]}"""),
        ["PUT protections/{id:guid}/plan"] = s => new(Must.LookMissing, $"protections/{s.Protection}/plan", """{"services":["Health"],"goals":"Ingin tahu"}"""),
        ["POST protections/{id:guid}/sessions"] = s => new(Must.LookMissing, $"protections/{s.Protection}/sessions", """{"session":1,"attended":true}"""),
        ["POST protections/{id:guid}/family-support"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/family-support", """{"support":"Counselling"}"""),
        ["POST protections/{id:guid}/legal-aid"] = s => new(Must.LookMissing, $"protections/{s.Protection}/legal-aid", """{"organisation":"LBH"}"""),
        ["PUT protections/{id:guid}/witness-protection"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/witness-protection", """{"requestNumber":"1"}"""),
        ["PUT protections/{id:guid}/witness-protection/grant"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/witness-protection/grant", """{"decisionNumber":"1","measures":["SafeHouse"]}"""),
        ["PUT protections/{id:guid}/return"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/return", """{"route":"WithinIndonesia","destination":"53.21","on":"2026-03-01","checked":[]}"""),
        ["POST protections/{id:guid}/return/escorts"] = s => new(Must.LookMissing, $"protections/{s.Protection}/return/escorts", """{"agency":"BP3MI"}"""),
        ["PUT protections/{id:guid}/return/arrival"] = s => new(Must.LookMissing, $"protections/{s.Protection}/return/arrival"),
        ["PUT protections/{id:guid}/handover"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/handover", """{"agency":"PEMDA-KAB","unit":"PEMDA-MALAKA","recordNumber":"1"}"""),
        ["PUT protections/{id:guid}/handover/acknowledgement"] = s => new(Must.LookMissing, $"protections/{s.Protection}/handover/acknowledgement"),
        ["PUT protections/{id:guid}/reintegration-plan"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/reintegration-plan", """{"parts":["Training"],"goals":"Ingin tahu"}"""),
        ["POST protections/{id:guid}/grants"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/grants", """{"rupiah":1,"receiptNumber":"1","purpose":"Ingin tahu"}"""),
        ["POST protections/{id:guid}/trainings"] = s => new(Must.LookMissing, $"protections/{s.Protection}/trainings", """{"programme":"Las"}"""),
        ["POST protections/{id:guid}/follow-ups"] = s => new(Must.LookMissing, $"protections/{s.Protection}/follow-ups", """{"milestone":"Day30"}"""),
        ["PUT protections/{id:guid}/closure"] = s => new(Must.LookMissing, $"protections/{s.Protection}/closure", """{"reason":"OwnWish"}"""),
        ["POST protections/{id:guid}/re-victimisation"] = s => new(
            Must.LookMissing, $"protections/{s.Protection}/re-victimisation", """{"circumstances":"Ingin tahu"}"""),
        ["POST administrative-actions"] = _ => new(Must.BeHarmless, "administrative-actions"),
        ["POST administrative-actions/impositions"] = _ => new(Must.BeHarmless, "administrative-actions/impositions"),
        ["PUT administrative-actions/{id:guid}/imposition"] = s => new(
            Must.LookMissing, $"administrative-actions/{s.Report}/imposition", """{"measures":["Fee"],"decisionNumber":"1"}"""),
        ["PUT administrative-actions/{id:guid}/suspension"] = s => new(
            Must.LookMissing, $"administrative-actions/{s.Report}/suspension", """{"reason":"Other"}"""),
        ["PUT administrative-actions/{id:guid}/lifting"] = s => new(Must.LookMissing, $"administrative-actions/{s.Report}/lifting", Reason),
    };
}
