namespace Coordination.Host.Tests.Api;

/// <summary>
/// Steps of a matter that the law gives a local government no power to: before anything is looked up, the answer is no, for a matter as for none.
/// </summary>
internal static class MatterRows
{
    public static IReadOnlyDictionary<string, string> Forbidden { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST matters"] = """{"reportNumber":"LP/1","articles":["UU-21-2007:4"],"suspects":[]}""",
        ["POST matters/investigations"] = """{"orderNumber":"SPRIN/1","articles":["UU-1-2023:457"]}""",
        ["POST matters/indications"] = """{"acts":[],"means":[],"purposes":["ForcedLabour"]}""",
        ["PUT matters/{id:guid}/report"] = """{"reportNumber":"LP/1","articles":["UU-21-2007:4"],"suspects":[]}""",
        ["PUT matters/{id:guid}/investigation"] = """{"orderNumber":"SPRIN/1","articles":["UU-1-2023:457"]}""",
        ["POST matters/{id:guid}/indications"] = """{"acts":[],"means":[],"purposes":["ForcedLabour"]}""",
        ["PUT matters/{id:guid}/conference"] = """{"minutesNumber":"BA/1","agencies":["IMIGRASI","POLRI"],"opinion":"Ingin tahu","route":"Police"}""",
        ["PUT matters/{id:guid}/offence"] = """{"from":"Smuggling","to":"Trafficking","competentAgency":"POLRI","reason":"Ingin tahu"}""",
        ["PUT matters/{id:guid}/notice"] =
            """{"noticeNumber":"SPDP/1","prosecutorOffice":"KEJARI-BATAM","recipients":["Prosecutor"],"investigationStartedOn":"2026-02-02"}""",
        ["PUT matters/{id:guid}/termination"] = """{"orderNumber":"SP3/1","ground":"NoCrime","reason":"Ingin tahu"}""",
        ["PUT matters/{id:guid}/termination/notice"] = """{"noticeNumber":"SP3/1","recipients":["Prosecutor"]}""",
        ["PUT matters/{id:guid}/file"] = """{"letterNumber":"BP/1"}""",
        ["PUT matters/{id:guid}/file/return"] = """{"kind":"P18","letterNumber":"P18/1","instructions":[]}""",
        ["PUT matters/{id:guid}/file/resubmission"] = """{"letterNumber":"BP/2"}""",
        ["PUT matters/{id:guid}/file/completion"] = """{"letterNumber":"P21/1"}""",
        ["PUT matters/{id:guid}/transfer"] = """{"recordNumber":"BAST/1","suspects":[],"evidence":[]}""",
        ["PUT matters/{id:guid}/indictment"] = """{"indictmentNumber":"PDM/1","court":"PN-BATAM","articles":["UU-21-2007:4"]}""",
        ["POST matters/{id:guid}/verdicts"] = """{"verdictNumber":"1/2026","outcome":"Acquitted","articles":[]}""",
        ["POST matters/{id:guid}/restitution/assessments"] = Sum("assessmentNumber"),
        ["POST matters/{id:guid}/restitution/claims"] = Sum("claimNumber"),
        ["POST matters/{id:guid}/restitution/orders"] = Sum("decisionNumber"),
        ["POST matters/{id:guid}/restitution/payments"] = Sum("receiptNumber"),
        ["PUT competence-conflicts/{id:guid}/decision"] =
            """{"competentAgency":"POLRI","offence":"Trafficking","chairedBy":"KETUA-HARIAN","reason":"Ingin tahu"}""",
    };

    public static string PathOf(string route, string id) => route.Split(' ')[1].Replace("{id:guid}", id, StringComparison.Ordinal);

    /// <summary>A stranger claims an item of a manifest for itself.</summary>
    public static string Custody(string? handoff)
    {
        var named = handoff is null ? "" : $"\"handoff\":\"{handoff}\",\"item\":\"B-01\",";
        return $$$"""{{{{named}}}"from":{"agency":"IMIGRASI","unit":"KANIM-BATAM"},"to":{"agency":"PEMDA-KAB","unit":"PEMDA-MALAKA"}}""";
    }

    private static string Sum(string number) => $$"""{"victim":{"name":"Melati"},"amountRupiah":1000,"{{number}}":"1"}""";
}
