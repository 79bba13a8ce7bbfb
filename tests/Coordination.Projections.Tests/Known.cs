using Coordination.Domain.Kernel;

namespace Coordination.Projections.Tests;

/// <summary>Fixed people, units and days, after scenario S1.</summary>
internal static class Known
{
    public static readonly Officer Atambua = new("imigrasi.atambua", "IMIGRASI", "KANIM-ATAMBUA", OfficerRole.Officer, Level.R);
    public static readonly Officer Kupang = new("imigrasi.kupang", "IMIGRASI", "KANIM-KUPANG", OfficerRole.Officer, Level.R);
    public static readonly Officer Batam = new("imigrasi.batam", "IMIGRASI", "KANIM-BATAM", OfficerRole.Officer, Level.R);
    public static readonly Officer Shelter = new("bp3mi.kepri", "BP3MI", "BP3MI-KEPRI", OfficerRole.Officer, Level.R);
    public static readonly Officer Police = new("polri.barelang", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R);
    public static readonly Officer Malaka = new("pemda.malaka", "PEMDA-KAB", "PEMDA-MALAKA", OfficerRole.Officer, Level.T);
    public static readonly Officer Coordinator = new("koordinator", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R);

    /// <summary>Cleared for everything, addressed by nothing.</summary>
    public static readonly Officer Stranger = new("kkp.jakarta", "KKP", "KKP-PUSAT", OfficerRole.Officer, Level.SR);

    public static readonly PersonRef Bakung = new(Guid.Parse("10000000-0000-4000-8000-000000000b01"));
    public static readonly PersonRef Teratai = new(Guid.Parse("10000000-0000-4000-8000-000000000b02"));
    public static readonly PersonRef Jati = new(Guid.Parse("10000000-0000-4000-8000-000000000b03"));
    public static readonly PersonRef Gagak = new(Guid.Parse("10000000-0000-4000-8000-000000000b04"));
    public static readonly ContactRef ElangsPhone = new(Guid.Parse("20000000-0000-4000-8000-000000000011"));

    /// <summary>2 February 2026, 06:40 in Batam.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 2, 2, 6, 40, 0, TimeSpan.FromHours(7));

    public static readonly DateOnly MondaysDate = new(2026, 2, 2);

    public static Viewer Viewer(Officer officer) => Domain.Kernel.Viewer.Of(officer);
}
