using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>Conflicts of competence, decided in a coordination meeting (Perpres 69/2008; UU 6/2011 Ps 107).</summary>
internal static class CompetenceConflictCatalogue
{
    private static readonly CatalogueOf<CompetenceConflictEvent> Stream = new(CompetenceConflictDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<CompetenceConflictRaised, RaiseCompetenceConflict>("beda kewenangan diajukan", "conflict of competence raised", "IMIGRASI/KANIM-BATAM",
            """
            {
              "fromOffence": "Smuggling",
              "toOffence": "Trafficking",
              "agencies": ["IMIGRASI", "POLRI"],
              "reason": "Pelimpahan dinyatakan bukan kewenangan, padahal ada tujuan eksploitasi.",
              "handoff": "0193d2a0-0000-7000-8000-000000000015"
            }
            """),
        // The secretariat's system tells what the chair of the meeting decided.
        Stream.Entry<CompetenceConflictDecided, DecideCompetenceConflict>("beda kewenangan diputus", "conflict of competence decided", "SATGAS/SEKRETARIAT",
            """
            {
              "competentAgency": "POLRI",
              "offence": "Trafficking",
              "chairedBy": "KETUA-HARIAN",
              "reason": "Tujuan eksploitasi terpenuhi; penyidikan oleh Polri.",
              "competentUnit": "POLRESTA-BARELANG",
              "minutesNumber": "NOT/05/II/2026"
            }
            """, "competence_conflict_raised"),
    ];
}
