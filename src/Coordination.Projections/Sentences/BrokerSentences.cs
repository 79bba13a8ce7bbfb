using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Projections;

/// <summary>Brokers and links of networks; what a broker is called stays in the vault.</summary>
internal static class BrokerSentences
{
    public static Wording Of(BrokerProfileEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            BrokerProfileOpened e => new(
                $"{who} membuka profil calo dari {e.Sources.Count} sumber{Who(e.Person)}.", $"{who} opened a broker profile from {e.Sources.Count} sources{Who(e.Person)}."),
            AliasLinked => new($"{who} mengaitkan satu alias dengan profil calo.", $"{who} linked an alias to the broker profile."),
            ContactPointLinked e => new(
                $"{who} mengaitkan {Terms.Of(e.Kind).Id} dengan profil calo.", $"{who} linked a {Terms.Of(e.Kind).En} to the broker profile."),
            AreaLinked e => new(
                $"{who} mengaitkan wilayah {e.Place} ({Terms.Of(e.Role).Id}).", $"{who} linked the area {e.Place} ({Terms.Of(e.Role).En})."),
            BrokerProfileMerged e => new(
                $"{who} menggabungkan {e.Profiles.Count} profil calo ke profil ini{Who(e.Person)}.",
                $"{who} merged {e.Profiles.Count} broker profiles into this one{Who(e.Person)}."),
            BrokerProfileClosed e => e.MergedInto is null
                ? new($"{who} menutup profil calo.", $"{who} closed the broker profile.")
                : new($"{who} menutup profil calo; diteruskan di profil lain.", $"{who} closed the broker profile; it goes on in another."),
            _ => new("", ""),
        };
    }

    public static Wording Of(NetworkLinkEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            NetworkLinkAsserted e => new(
                $"{who} menyatakan hubungan jaringan: {End(e.From).Id} {Terms.Of(e.Type).Id} {End(e.To).Id} (keyakinan {Share(e.Confidence)}).",
                $"{who} asserted a network link: {End(e.From).En} {Terms.Of(e.Type).En} {End(e.To).En} (confidence {Share(e.Confidence)})."),
            NetworkLinkConfirmed e => new(
                $"{who} memastikan hubungan jaringan (keyakinan {Share(e.Confidence)}).", $"{who} confirmed the network link (confidence {Share(e.Confidence)})."),
            NetworkLinkRetracted => new($"{who} mencabut hubungan jaringan.", $"{who} retracted the network link."),
            _ => new("", ""),
        };
    }

    private static Wording End(NetworkEnd end) => end.Person is { } person ? new(person.Code, person.Code) : Terms.Of(end.Kind);

    private static string Who(PersonRef? person) => person is { } known ? $" ({known.Code})" : "";

    private static string Share(decimal confidence) => confidence.ToString("0.##", CultureInfo.InvariantCulture);
}
