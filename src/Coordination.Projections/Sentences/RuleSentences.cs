using System.Collections.Frozen;

namespace Coordination.Projections;

/// <summary>What each rule found, in one sentence. <c>{name}</c> stands for a fact.</summary>
internal static class RuleSentences
{
    private static readonly FrozenDictionary<string, Wording> ByRule = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["R01"] = new("{count} pemohon memakai satu {contact} dalam {days} hari.", "{count} applicants used one {contact} within {days} days."),
        ["R02"] = new("{count} pemohon dari {regencies} kabupaten/kota memakai satu penjamin dalam {days} hari.", "{count} applicants from {regencies} regencies had one sponsor within {days} days."),
        ["R03"] = new("{count} pemohon yang tidak sekeluarga memakai satu alamat dalam {days} hari.", "{count} applicants of different families gave one address within {days} days."),
        ["R04"] = new("{contact} yang sama pada {count} pemohon dalam {days} hari.", "The same {contact} with {count} applicants within {days} days."),
        ["R05"] = new("paspor pertama ke {destination} dengan biaya jauh di atas penghasilan.", "a first passport for {destination}, at a cost far beyond the income."),
        ["R06"] = new("jawaban {count} pemohon hampir sama kata demi kata dalam {days} hari.", "{count} applicants gave nearly the same answers within {days} days."),
        ["R07"] = new("tiket sekali jalan atau baru dibeli, tujuan {destination}.", "a one-way or freshly bought ticket to {destination}."),
        ["R08"] = new("{contact} yang sama untuk {count} orang yang tidak sekeluarga dalam {days} hari.", "one {contact} for {count} people of different families within {days} days."),
        ["R09"] = new("paspor terbit di {unit}, di luar provinsi asal, {days} hari sebelum berangkat.", "the passport was issued at {unit}, outside of the home province, {days} days before."),
        ["R10"] = new("perjalanan pertama, jauh dari tempat tinggal.", "a first trip, far from home."),
        ["R12"] = new("berangkat tanpa izin {days} hari setelah ditunda di {earlierPlace}.", "left without clearance {days} days after a deferral at {earlierPlace}."),
        ["R13"] = new("rombongan ibadah {size} orang tanpa penyelenggara berizin, tanpa jadwal pulang yang wajar.", "a pilgrim group of {size} without a licensed organiser and without a plausible return."),
        ["R14"] = new("{count} perempuan muda pada satu rute dengan satu pengantar dalam {days} hari.", "{count} young women on one route with one escort within {days} days."),
        ["R15"] = new("kunjungan keluarga ke {destination}, penerima tidak ditemukan.", "a family visit to {destination}, whose host was not found."),
        ["R16"] = new("umur {age}, lewat negara transit menuju {destination}, tanpa rencana perjalanan.", "aged {age}, by way of a hub to {destination}, without an itinerary."),
        ["R17"] = new("umur tidak pasti: sumber berbeda, atau tampak masih anak.", "age in doubt: sources differ, or looks like a minor."),
        ["R18"] = new("NIK tidak ditemukan atau namanya lain di kependudukan.", "the registry does not know the number, or knows another name."),
        ["R19"] = new("satu nomor dokumen dipakai {count} orang.", "one document number was used by {count} people."),
        ["R20"] = new("paspor dilaporkan hilang di {unit} {days} hari sebelumnya.", "a passport was reported lost at {unit} {days} days before."),
        ["R21"] = new("kembali sebagai deportan {days} hari sebelumnya: perlu dilindungi.", "came back as a deportee {days} days before: to be protected."),
        ["R22"] = new("pernah dinyatakan korban: perlu dilindungi, bukan dihukum.", "was found to be a victim before: to be protected, not punished."),
        ["R23"] = new("perantara atau saksi nikah yang sama pada {count} orang dalam {days} hari.", "one matchmaker or witness for {count} people within {days} days."),
        ["R23-WED"] = new("menikah {days} hari sebelum berangkat, selisih umur {gap} tahun.", "wed {days} days before the journey, {gap} years apart in age."),
        ["R24"] = new("sekolah atau tempat magang tidak ditemukan, atau sudah mulai.", "the school or host was not found, or the course has begun."),
        ["R27"] = new("satu perekrut disebut {count} sumber yang tidak saling terkait dalam {days} hari.", "{count} independent sources named one recruiter within {days} days."),
        ["R28"] = new("satu nomor calo muncul di {count} kabupaten/kota dalam {days} hari.", "one broker's number came up in {count} regencies within {days} days."),
        ["R29"] = new("perahu atau kendaraan yang sama terlihat {count} kali di titik informal dalam {days} hari.", "one boat or vehicle was seen {count} times at informal points within {days} days."),
        ["R30"] = new("{count} orang luar menginap di satu rumah dekat perbatasan dalam {days} hari.", "{count} outsiders lodged in one house near the border within {days} days."),
        ["R31"] = new("satu penjamin dengan {count} tamu asing dalam {days} hari.", "one sponsor with {count} foreign guests within {days} days."),
        ["R31-ADDRESS"] = new("{count} tamu asing bersponsor di satu alamat dalam {days} hari.", "{count} sponsored foreign guests at one address within {days} days."),
        ["R31-FICTITIOUS"] = new("sponsor orang asing ternyata fiktif.", "the sponsor of a foreigner does not exist."),
        ["R32"] = new("{count} orang asing sekebangsaan di satu rumah yang diduga tempat kerja malam.", "{count} foreigners of one nationality in one house where night work was told of."),
        ["R36"] = new("kontak cocok dengan iklan lowongan ilegal.", "the contact is that of an illegal job advertisement."),
        ["R37"] = new("cocok dengan entri daftar pantau.", "it stands on the watch list."),
        ["R38"] = new("uang tebusan disebut.", "a ransom was mentioned."),
        ["R40"] = new("petugas disebut membantu.", "an official was said to help."),
        ["A-CHILD"] = new("umur di bawah 18 tahun, atau diragukan.", "under 18, or in doubt."),
        ["A-DOC"] = new("dokumen diduga tidak asli.", "a document is suspected to be forged."),
        ["A-VICT"] = new("ada tanda-tanda korban.", "there are signs of a victim."),
        ["A-REFUSE"] = new("ditolak di {unit}.", "refused at {unit}."),
        ["A-DEFER"] = new("penerbitan paspor ditunda di {unit}.", "the passport was deferred at {unit}."),
        ["A-WATCH"] = new("dijumpai, dan ada di daftar pantau.", "was met, and stands on the watch list."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Wording> Contacts = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["phone"] = new("nomor telepon", "telephone number"), ["email"] = new("alamat surel", "e-mail address"), ["escort"] = new("pengantar", "escort"),
        ["payer"] = new("pembayar", "payer"), ["booking"] = new("kode pemesanan", "booking"), ["card"] = new("kartu pembayaran", "payment card"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null when no rule says what it found.</summary>
    public static Wording? Of(IReadOnlyDictionary<string, string> facts) => facts.GetValueOrDefault("pattern") is { } rule && ByRule.TryGetValue(rule, out var template)
        ? facts.Aggregate(template, (said, fact) => Fill(said, fact, facts))
        : null;

    private static Wording Fill(Wording template, KeyValuePair<string, string> fact, IReadOnlyDictionary<string, string> facts)
    {
        var value = fact.Key == "contact" && Contacts.TryGetValue(fact.Value, out var contact) ? contact : AlertFacts.Value(facts, fact.Key);
        return new(template.Id.Replace($"{{{fact.Key}}}", value.Id, StringComparison.Ordinal), template.En.Replace($"{{{fact.Key}}}", value.En, StringComparison.Ordinal));
    }
}
