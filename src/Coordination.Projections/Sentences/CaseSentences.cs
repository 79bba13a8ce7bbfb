using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

internal static class CaseSentences
{
    public static Wording Of(CaseEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            CaseOpened e => new(
                $"{who} membuka kasus {e.Number} · {e.Title}{(e.Subjects.Count > 0 ? $", {e.Subjects.Count} orang" : "")}.",
                $"{who} opened case {e.Number} · {e.Title}{(e.Subjects.Count > 0 ? $", {e.Subjects.Count} persons" : "")}."),
            CaseSourceLinked => new($"{who} mengaitkan satu sumber dengan kasus ini.", $"{who} linked a source to this case."),
            CaseSubjectAdded e => new(
                $"{who} menambahkan 1 orang ({e.Subject.Person.Code}) sebagai {Terms.Of(e.Subject.Role).Id}.",
                $"{who} added 1 person ({e.Subject.Person.Code}) as {Terms.Of(e.Subject.Role).En}."),
            CaseIndicatorsAssessed e => Assessed(e, who),
            CaseMemberAdded e =>
                new($"{Names.Agency(e.Agency)} menjadi anggota kasus.", $"{Names.Agency(e.Agency)} became a member of the case."),
            CaseMemberRemoved e =>
                new($"{Names.Agency(e.Agency)} bukan lagi anggota kasus.", $"{Names.Agency(e.Agency)} is no longer a member of the case."),
            CaseClosed e =>
                new($"{who} menutup kasus: {Terms.Of(e.Ground).Id}.", $"{who} closed the case: {Terms.Of(e.Ground).En}."),
            CaseReopened => new($"{who} membuka kembali kasus.", $"{who} reopened the case."),
            _ => new("", ""),
        };
    }

    private static Wording Assessed(CaseIndicatorsAssessed e, string who)
    {
        var (acts, means, purposes) = (Terms.List(e.Acts), Terms.List(e.Means), Terms.List(e.Purposes));
        var verdict = e.IsPrimaFacie ? new Wording("unsur TPPO terpenuhi", "the elements are there")
            : new("unsur TPPO belum lengkap", "the elements are incomplete");
        return new(
            $"{who} menilai unsur TPPO: {verdict.Id}; proses: {Or(acts.Id)}; cara: {Or(means.Id)}; tujuan: {Or(purposes.Id)}{(e.IsChild ? "; korban anak" : "")}.",
            $"{who} assessed the elements of trafficking: {verdict.En}; act: {Or(acts.En)}; means: {Or(means.En)}; purpose: {Or(purposes.En)}{(e.IsChild ? "; a child" : "")}.");
    }

    private static string Or(string list) => list.Length == 0 ? "–" : list;
}
