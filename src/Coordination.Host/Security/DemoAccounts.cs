using System.Security.Cryptography;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;

namespace Coordination.Host.Security;

/// <summary>The users of the demo and their one common password. Exists in demo mode only, which serves nothing but the loopback address.</summary>
public sealed class DemoAccounts(string password)
{
    private readonly Lazy<PasswordHash> _hash = new(() => PasswordHash.Create(password));

    public static IReadOnlyList<Account> All { get; } =
    [
        new("imigrasi.atambua", "IMIGRASI", "KANIM-ATAMBUA", OfficerRole.Officer, Level.R),
        new("imigrasi.kupang", "IMIGRASI", "KANIM-KUPANG", OfficerRole.Officer, Level.R),
        new("imigrasi.kupang.kepala", "IMIGRASI", "KANIM-KUPANG", OfficerRole.UnitHead, Level.R),
        new("imigrasi.batam", "IMIGRASI", "KANIM-BATAM", OfficerRole.Officer, Level.R),
        new("bp3mi.ntt", "BP3MI", "BP3MI-NTT", OfficerRole.Officer, Level.R) { Privileges = [Privilege.BreakGlass] },
        new("bp3mi.kepri", "BP3MI", "BP3MI-KEPRI", OfficerRole.Officer, Level.R),
        new("polri.barelang", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R),
        new("kejaksaan.batam", "KEJAKSAAN", "KEJARI-BATAM", OfficerRole.Officer, Level.R),
        new("pn.batam", "PENGADILAN", "PN-BATAM", OfficerRole.Officer, Level.R),
        new("lpsk.pusat", "LPSK", "LPSK-PUSAT", OfficerRole.Officer, Level.R),
        new("pemda.malaka", "PEMDA-KAB", "PEMDA-MALAKA", OfficerRole.Officer, Level.T),
        new("koordinator", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R),
        new("desa.malaka", "DESA", "DESA-FIKTIF-MALAKA", OfficerRole.Officer, Level.T),
        new("imigrasi.pusat", "IMIGRASI", "DITJEN-IMIGRASI", OfficerRole.UnitHead, Level.R),
        new("imigrasi.batam.kepala", "IMIGRASI", "KANIM-BATAM", OfficerRole.UnitHead, Level.R),
        new("tpi.batamcenter", "IMIGRASI", "TPI-BATAM-CENTER", OfficerRole.Officer, Level.R),
        new("tpi.sekupang", "IMIGRASI", "TPI-SEKUPANG", OfficerRole.Officer, Level.R),
        new("tpi.harbourbay", "IMIGRASI", "TPI-HARBOUR-BAY", OfficerRole.Officer, Level.R),
        new("tpi.nongsa", "IMIGRASI", "TPI-NONGSA", OfficerRole.Officer, Level.R),
        new("tpi.bengkong", "IMIGRASI", "TPI-BENGKONG", OfficerRole.Officer, Level.R),
        new("tpi.hangnadim", "IMIGRASI", "TPI-HANG-NADIM", OfficerRole.Officer, Level.R),
        new("polri.barelang.kepala", "POLRI", "POLRESTA-BARELANG", OfficerRole.UnitHead, Level.R),
        new("polri.bareskrim", "POLRI", "BARESKRIM", OfficerRole.UnitHead, Level.R),
        new("imigrasi.cirebon", "IMIGRASI", "KANIM-CIREBON", OfficerRole.Officer, Level.R),
        new("imigrasi.cirebon.kepala", "IMIGRASI", "KANIM-CIREBON", OfficerRole.UnitHead, Level.R),
        new("tpi.soekarnohatta", "IMIGRASI", "TPI-SOEKARNO-HATTA", OfficerRole.Officer, Level.R),
        new("tpi.kualanamu", "IMIGRASI", "TPI-KUALANAMU", OfficerRole.Officer, Level.R),
        new("tpi.lombok", "IMIGRASI", "TPI-LOMBOK", OfficerRole.Officer, Level.R),
        new("tpi.juanda", "IMIGRASI", "TPI-JUANDA", OfficerRole.Officer, Level.R),
        new("bp3mi.jatim", "BP3MI", "BP3MI-JATIM", OfficerRole.Officer, Level.R),
        new("bp3mi.jabar", "BP3MI", "BP3MI-JABAR", OfficerRole.Officer, Level.R),
        new("polri.indramayu", "POLRI", "POLRES-INDRAMAYU", OfficerRole.Officer, Level.R),
        new("polri.indramayu.kepala", "POLRI", "POLRES-INDRAMAYU", OfficerRole.UnitHead, Level.R),
        new("pemda.indramayu", "PEMDA-KAB", "PEMDA-INDRAMAYU", OfficerRole.Officer, Level.R),
        new("kemenag", "KEMENAG", "KEMENAG-PUSAT", OfficerRole.Officer, Level.R),
        new("pengawas", "SATGAS", "PENGAWAS-INTERNAL", OfficerRole.UnitHead, Level.R),
        new("koordinator.wakil", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R),
        new("operator", "SATGAS", "SEKRETARIAT", OfficerRole.Operator, Level.B),
    ];

    /// <summary>Readable when typed from a terminal: no characters that look alike.</summary>
    public static string GeneratePassword() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 14);

    /// <summary>Follows from the demo's password, so that its authenticator needs no telephone (base 32).</summary>
    internal string? AuthenticatorOf(string username) => Find(username) is null
        ? null
        : SecondFactor.Totp.ToBase32(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{password}/{username}")).AsSpan(0, SecondFactor.Totp.SecretBytes));

    internal Credential? Find(string username) =>
        All.FirstOrDefault(account => string.Equals(account.Username, username, StringComparison.Ordinal)) is { } account
            ? new Credential(account, _hash.Value)
            : null;
}
