using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Brokers and the links between the ends of a network.</summary>
internal static class BrokerCatalogue
{
    private static readonly CatalogueOf<BrokerProfileEvent> Profiles = new(BrokerProfileDecider.Kind);
    private static readonly CatalogueOf<NetworkLinkEvent> Links = new(NetworkLinkDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Profiles.Entry<BrokerProfileOpened, OpenBrokerProfile>("profil calo dibuka", "broker profile opened", "POLRI/POLRES-BELU",
            """
            {
              "alias": "Om Elang",
              "summary": "Menawarkan pekerjaan admin komputer di Kamboja.",
              "sources": ["0197f1a0-0000-7000-8000-000000000001"]
            }
            """),
        Profiles.Entry<AliasLinked, LinkAlias>("alias dikaitkan", "alias linked", "BP3MI/BP3MI-NTT",
            """
            {
              "alias": "Elang Batam",
              "sources": ["0197f1a0-0000-7000-8000-000000000002"]
            }
            """, "broker_profile_opened"),
        Profiles.Entry<ContactPointLinked, LinkContactPoint>("titik kontak dikaitkan", "contact point linked", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "kind": "Telephone",
              "contact": "+6200000011",
              "sources": ["0197f1a0-0000-7000-8000-000000000003"]
            }
            """, "broker_profile_opened"),
        Profiles.Entry<AreaLinked, LinkArea>("wilayah dikaitkan", "area linked", "BP3MI/BP3MI-NTT",
            """
            {
              "place": "53.21.01",
              "role": "Recruits",
              "sources": ["0197f1a0-0000-7000-8000-000000000002"]
            }
            """, "broker_profile_opened"),
        Profiles.Entry<BrokerProfileMerged, MergeBrokerProfiles>("profil calo digabung", "broker profiles merged", "POLRI/POLRES-BELU",
            """
            {
              "profiles": ["0197f1a0-0000-7000-8000-000000000011", "0197f1a0-0000-7000-8000-000000000012"],
              "reason": "Nomor telepon dan wilayah yang sama.",
              "sources": ["0197f1a0-0000-7000-8000-000000000003"],
              "person": { "name": "Elang", "nik": "5304010001850001", "phone": "+6200000011", "sex": "M" }
            }
            """, "broker_profile_opened"),
        Profiles.Entry<BrokerProfileClosed, CloseBrokerProfile>("profil calo ditutup", "broker profile closed", "POLRI/POLRES-BELU",
            """
            {
              "reason": "Diteruskan di profil lain.",
              "mergedInto": "0197f1a0-0000-7000-8000-000000000013"
            }
            """, "broker_profile_opened"),
        Links.Entry<NetworkLinkAsserted, AssertNetworkLink>("hubungan jaringan dinyatakan", "network link asserted", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "from": { "kind": "Person", "person": { "name": "Merpati", "nik": "3212010001820001", "sex": "F" } },
              "to": { "kind": "PlacementCompany", "stream": "0197f1a0-0000-7000-8000-000000000021" },
              "type": "FundedBy",
              "confidence": 0.6,
              "source": "0197f1a0-0000-7000-8000-000000000022",
              "explanation": "Penyandang dana yang sama."
            }
            """),
        Links.Entry<NetworkLinkConfirmed, ConfirmNetworkLink>("hubungan jaringan dipastikan", "network link confirmed", "BP3MI/BP3MI-JATIM",
            """
            {
              "confidence": 0.9,
              "source": "0197f1a0-0000-7000-8000-000000000023"
            }
            """, "network_link_asserted"),
        Links.Entry<NetworkLinkRetracted, RetractNetworkLink>("hubungan jaringan dicabut", "network link retracted", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "reason": "Rekeningnya ternyata milik orang lain."
            }
            """, "network_link_asserted"),
    ];
}
