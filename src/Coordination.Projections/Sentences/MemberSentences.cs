using Coordination.Domain.Kernel;
using Coordination.Domain.Members;

namespace Coordination.Projections;

/// <summary>Appointments, rights, units, joint teams, and emergency looks.</summary>
internal static class MemberSentences
{
    public static Wording Of(OfficerEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            OfficerAppointed e => new($"{who} mengangkat {e.Username} di {Names.Unit(e.Unit)}.", $"{who} appointed {e.Username} at {Names.Unit(e.Unit)}."),
            ClientRegistered e => new(
                $"{who} mendaftarkan sistem {e.Username} untuk {Names.Unit(e.Unit)}.", $"{who} registered the system {e.Username} for {Names.Unit(e.Unit)}."),
            OfficerMoved e => new($"{who} memindahkan petugas ke {Names.Unit(e.Unit)}.", $"{who} moved the officer to {Names.Unit(e.Unit)}."),
            RightsGranted e => Rights(who, "memberikan", "granted", e.Role, e.Clearance),
            RightsProposed e => Rights(who, "mengusulkan", "proposed", e.Role, e.Clearance),
            RightsConfirmed => new($"{who} mengesahkan hak yang diusulkan.", $"{who} confirmed the rights proposed."),
            RightsDeclined e => new($"{who} menolak usul hak: {e.Reason}", $"{who} declined the rights proposed: {e.Reason}"),
            OfficerDisabled e => new($"{who} menonaktifkan akun: {e.Reason}", $"{who} disabled the account: {e.Reason}"),
            OfficerEnabled e => new($"{who} mengaktifkan akun: {e.Reason}", $"{who} enabled the account: {e.Reason}"),
            OfficerInvited => new($"{who} mengundang petugas menetapkan kata sandi.", $"{who} invited the officer to set a password."),
            ClientSecretIssued => new($"{who} menerbitkan rahasia baru bagi sistem.", $"{who} issued a new secret to the system."),
            _ => new("", ""),
        };
    }

    public static Wording Of(UnitEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            UnitRegistered e => new(
                $"{who} mendaftarkan unit {e.Name} ({Terms.Of(e.Kind).Id}).", $"{who} registered the unit {e.Name} ({Terms.Of(e.Kind).En})."),
            UnitClosed e => new($"{who} menutup unit: {e.Reason}", $"{who} closed the unit: {e.Reason}"),
            DeskStaffed e => new(
                $"{who} menetapkan petugas meja {e.Desk}: {string.Join(", ", e.Officers)}.",
                $"{who} staffed the desk {e.Desk}: {string.Join(", ", e.Officers)}."),
            _ => new("", ""),
        };
    }

    public static Wording Of(AgencyEvent happened) => happened switch
    {
        AgencySuspended e => new(
            $"Keikutsertaan {Names.Agency(e.Agency)} dihentikan: {e.Reason}", $"{Names.Agency(e.Agency)} was suspended: {e.Reason}"),
        AgencyReadmitted e => new(
            $"{Names.Agency(e.Agency)} diikutsertakan kembali: {e.Reason}", $"{Names.Agency(e.Agency)} was readmitted: {e.Reason}"),
        _ => new("", ""),
    };

    public static Wording Of(TaskForceEvent happened) => happened switch
    {
        TaskForceFormed e => new(
            $"Tim gabungan {e.Name} dibentuk: {string.Join(", ", e.Agencies.Select(Names.Agency))}.",
            $"The joint team {e.Name} was formed: {string.Join(", ", e.Agencies.Select(Names.Agency))}."),
        TaskForceOfficerAdded e => new($"{e.Officer} masuk tim gabungan.", $"{e.Officer} joined the joint team."),
        TaskForceOfficerRemoved e => new($"{e.Officer} ditarik dari tim gabungan: {e.Reason}", $"{e.Officer} left the joint team: {e.Reason}"),
        TaskForceDissolved e => new($"Tim gabungan dibubarkan: {e.Reason}", $"The joint team was dissolved: {e.Reason}"),
        _ => new("", ""),
    };

    public static Wording Of(BreakGlassEvent happened, Envelope envelope) => happened switch
    {
        BreakGlassOpened e => new(
            $"{envelope.By.Id} ({Names.Unit(envelope.By.Unit)}) membuka kasus ini dengan akses darurat: {e.Reason}",
            $"{envelope.By.Id} ({Names.Unit(envelope.By.Unit)}) opened this case by emergency access: {e.Reason}"),
        BreakGlassEnded e => e.ByClock
            ? new("Akses darurat berakhir karena waktunya habis.", "The emergency access ended: its time was over.")
            : new("Akses darurat dikembalikan.", "The emergency access was given back."),
        BreakGlassReviewed e => new(
            $"{Names.Unit(envelope.By.Unit)} meninjau akses darurat ({Terms.Of(e.Finding).Id}): {e.Note}",
            $"{Names.Unit(envelope.By.Unit)} reviewed the emergency access ({Terms.Of(e.Finding).En}): {e.Note}"),
        _ => new("", ""),
    };

    private static Wording Rights(string who, string verb, string did, OfficerRole role, Level clearance) => new(
        $"{who} {verb} hak: {Terms.Of(role).Id}, sampai {Terms.Of(clearance).Id}.", $"{who} {did} rights: {Terms.Of(role).En}, up to {Terms.Of(clearance).En}.");
}
