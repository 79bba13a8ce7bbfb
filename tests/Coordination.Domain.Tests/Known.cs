using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tests;

/// <summary>
/// The people, things and days that every test speaks of. Persons are flowers (victims) and birds (suspects); nobody is real.
/// </summary>
internal static class Known
{
    public static readonly Officer Batam = Person("imigrasi.batam", "IMIGRASI", "KANIM-BATAM");
    public static readonly Officer Sekupang = Person("imigrasi.sekupang", "IMIGRASI", "TPI-SEKUPANG");
    public static readonly Officer Atambua = Person("imigrasi.atambua", "IMIGRASI", "KANIM-ATAMBUA");
    public static readonly Officer Kupang = Person("imigrasi.kupang", "IMIGRASI", "KANIM-KUPANG");
    public static readonly Officer Barelang = Person("polri.barelang", "POLRI", "POLRESTA-BARELANG");
    public static readonly Officer Belu = Person("polri.belu", "POLRI", "POLRES-BELU");
    public static readonly Officer Kepri = Person("bp3mi.kepri", "BP3MI", "BP3MI-KEPRI");
    public static readonly Officer Malaka = Person("pemda.malaka", "PEMDA-KAB", "PEMDA-MALAKA", Level.T);
    public static readonly Officer Kejari = Person("kejaksaan.batam", "KEJAKSAAN", "KEJARI-BATAM");
    public static readonly Officer KejariBelu = Person("kejaksaan.belu", "KEJAKSAAN", "KEJARI-BELU");
    public static readonly Officer CourtBatam = Person("pn.batam", "PENGADILAN", "PN-BATAM");
    public static readonly Officer CourtAtambua = Person("pn.atambua", "PENGADILAN", "PN-ATAMBUA");
    public static readonly Officer Lpsk = Person("lpsk.pusat", "LPSK", "LPSK-PUSAT");
    public static readonly Officer Coordinator = new("koordinator", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R);

    public static readonly PersonRef Bakung = new(new Guid("00000000-0000-0000-0000-00000000ba01"));
    public static readonly PersonRef Teratai = new(new Guid("00000000-0000-0000-0000-00000000fe02"));
    public static readonly PersonRef Gagak = new(new Guid("00000000-0000-0000-0000-00000000ca03"));
    public static readonly ContactRef ElangsPhone = new(new Guid("00000000-0000-0000-0000-00000000ee04"));

    public static readonly DeskAddress PoliceDesk = new("POLRI", "POLRESTA-BARELANG", "PPA-PPO");
    public static readonly DeskAddress ShelterDesk = new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN");

    public static readonly string Sha256 = new('a', 64);

    /// <summary>Monday 2 February 2026, 08.00 in Batam.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 2, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    public static readonly DateOnly MondaysDate = new(2026, 2, 2);

    public static Guid Stream(int number) => new($"00000000-0000-0000-0000-{number:D12}");

    public static Envelope By(Officer officer, DateTimeOffset at, Marking? marking = null) =>
        new(officer, at, at, null, [], marking ?? Marking.Default, null);

    private static Officer Person(string id, string agency, string unit, Level clearance = Level.R) =>
        new(id, agency, unit, OfficerRole.Officer, clearance);
}
