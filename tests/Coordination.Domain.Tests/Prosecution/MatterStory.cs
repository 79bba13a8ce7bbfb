using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Prosecution;

/// <summary>The matter of Gagak: from the report of Polresta Barelang to the court of Batam, for Teratai.</summary>
internal static class MatterStory
{
    public static readonly Guid Phone = Stream(21);

    public static readonly PoliceReportRegistered Registered = new("LP/A/12", ["UU-21-2007:4"], [Gagak], [Teratai]);
    public static readonly InvestigationStarted ByPolice = new("SPRIN/01", ["UU-21-2007:4"], Evidence: [Phone]);
    public static readonly InvestigationStarted ByImmigration = new("SPRIN/03", ["UU-1-2023:457"], [Gagak], Evidence: [Phone]);
    public static readonly ProsecutorNotified Notified = new("SPDP/08", "KEJARI-BATAM", [NoticeRecipient.Prosecutor], MondaysDate);
    public static readonly ExploitationIndicated Indicated =
        new([TraffickingAct.Recruitment], [TraffickingMeans.Deception], [TraffickingPurpose.ForcedLabour]);

    public static readonly CoordinationHeld Held = new("BA/02", ["IMIGRASI", "POLRI"], "Unsur terpenuhi.", MatterRoute.Police);
    public static readonly OffenceReclassified ToTrafficking =
        new(Offence.Smuggling, Offence.Trafficking, "POLRI", "Ada tujuan eksploitasi.", "POLRESTA-BARELANG");

    public static readonly CaseFileSubmitted Submitted = new("BP/21", 1);
    public static readonly CaseFileReturned Returned = new(FileReturn.P19, "P19/311", ["Periksa saksi."], 1);
    public static readonly CaseFileDeclaredComplete Complete = new("P21/350", 1);
    public static readonly SuspectAndEvidenceTransferred Transferred = new("BAST/44", [Gagak], [Phone]);
    public static readonly IndictmentFiled Indicted = new("PDM-77", "PN-BATAM", ["UU-21-2007:4"]);
    public static readonly VerdictRendered Verdict = new("88/2026", VerdictOutcome.Convicted, ["UU-21-2007:4"], 84, 200_000_000);

    public static readonly RestitutionAssessed Assessed = new(Teratai, 52_000_000, "R-119");
    public static readonly RestitutionClaimed Claimed = new(Teratai, 52_000_000, "B-402");
    public static readonly RestitutionOrdered Ordered = new(Teratai, 48_000_000, "88/2026");

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> Nothing => Story.Of(ProsecutionDecider.Kind);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> Reported => Nothing.Given(Barelang, Monday, Registered);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> AtPolice => Reported.Given(Barelang, Monday, ByPolice);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> AtImmigration => Nothing.Given(Batam, Monday, ByImmigration);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> Exploited => AtImmigration.Given(Batam, Tuesday, Indicated);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> WithProsecutor =>
        AtPolice.Given(Barelang, Monday, Notified).Given(Barelang, Tuesday, Submitted);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> GivenBack => WithProsecutor.Given(Kejari, Tuesday.AddDays(3), Returned);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> FileComplete => WithProsecutor.Given(Kejari, Tuesday.AddDays(3), Complete);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> InCourt =>
        FileComplete.Given(Barelang, Tuesday.AddDays(4), Transferred).Given(Kejari, Tuesday.AddDays(20), Indicted);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> Judged =>
        InCourt.Given(Lpsk, Tuesday.AddDays(21), Assessed).Given(Kejari, Tuesday.AddDays(22), Claimed).Given(CourtBatam, Tuesday.AddDays(60), Verdict);

    public static Story<Matter, ProsecutionEvent, ProsecutionCommand> Owed => Judged.Given(CourtBatam, Tuesday.AddDays(60), Ordered);
}
