using Coordination.Domain.Advisories;
using Coordination.Domain.Networks;

namespace Coordination.Projections;

/// <summary>Words about networks, placement companies, bans and advisories.</summary>
internal static class NetworkTerms
{
    public static Dictionary<Enum, Wording> All() => new()
    {
        [WatchKind.Punitive] = new("penindakan", "punitive"),
        [WatchKind.Interest] = new("orang yang perlu diperhatikan", "person of interest"),
        [WatchKind.Protective] = new("pelindungan", "protective"),
        [WatchKind.Entity] = new("entitas", "entity"),
        [WatchOutcome.Confirmed] = new("terbukti", "confirmed"),
        [WatchOutcome.False] = new("keliru", "false"),
        [WatchOutcome.Benign] = new("wajar", "benign"),
        [ContactPointKind.Telephone] = new("nomor telepon", "telephone number"),
        [ContactPointKind.BankAccount] = new("rekening", "bank account"),
        [ContactPointKind.SocialAccount] = new("akun media sosial", "social media account"),
        [AreaRole.Recruits] = new("merekrut", "recruits"),
        [AreaRole.Gathers] = new("mengumpulkan", "gathers"),
        [AreaRole.Harbours] = new("menampung", "harbours"),
        [AreaRole.SendsOff] = new("memberangkatkan", "sends off"),
        [AreaRole.Receives] = new("menerima", "receives"),
        [NetworkEndKind.Person] = new("orang", "a person"),
        [NetworkEndKind.BrokerProfile] = new("profil calo", "a broker profile"),
        [NetworkEndKind.PlacementCompany] = new("P3MI", "a placement company"),
        [NetworkEndKind.Entity] = new("entitas", "an entity"),
        [NetworkLinkType.RecruitsFor] = new("merekrut untuk", "recruits for"),
        [NetworkLinkType.WorksWith] = new("bekerja sama dengan", "works with"),
        [NetworkLinkType.FundedBy] = new("didanai oleh", "is funded by"),
        [NetworkLinkType.ControlledBy] = new("dikendalikan oleh", "is controlled by"),
        [NetworkLinkType.Transports] = new("mengangkut untuk", "transports for"),
        [NetworkLinkType.Harbours] = new("menampung untuk", "harbours for"),
        [NetworkLinkType.RelatedTo] = new("berkerabat dengan", "is related to"),
        [NetworkLinkType.SharesContact] = new("berbagi kontak dengan", "shares a contact with"),
        [LicenceStatus.Active] = new("aktif", "active"),
        [LicenceStatus.Suspended] = new("dihentikan sementara", "suspended"),
        [LicenceStatus.Revoked] = new("dicabut", "revoked"),
        [LicenceStatus.Expired] = new("habis masa berlaku", "expired"),
        [SanctionKind.Warning] = new("peringatan tertulis", "written warning"),
        [SanctionKind.Suspension] = new("penghentian sementara", "suspension"),
        [SanctionKind.Revocation] = new("pencabutan izin", "revocation"),
        [WatchEnd.Expired] = new("habis masa berlaku", "expired"),
        [WatchEnd.Removed] = new("dihapus", "removed"),
        [WatchEnd.Shielded] = new("dihapus oleh perisai korban", "removed by the victim shield"),
        [BanDirection.None] = new("belum ditentukan", "not determined"),
        [BanDirection.Exit] = new("pencegahan", "exit ban"),
        [BanDirection.Entry] = new("penangkalan", "entry ban"),
        [BanLapse.NoFormalDecision] = new("tanpa keputusan resmi dalam 20 hari", "no formal decision within 20 days"),
        [BanLapse.PeriodOver] = new("masa berlaku habis", "its period is over"),
        [HitOutcome.Deferred] = new("keberangkatan ditunda", "deferred"),
        [HitOutcome.HandedOver] = new("diserahkan", "handed over"),
        [HitOutcome.Cleared] = new("boleh melanjutkan", "cleared"),
        [HitOutcome.NotConcerned] = new("bukan sasaran", "not concerned"),
    };
}
