using System.Text.Json.Serialization;

namespace Coordination.Domain.Outreach;

/// <summary>Where the message is given. Agencies know these by their codes, so the codes are what is stored.</summary>
public enum OutreachChannel
{
    [JsonStringEnumMemberName("MIMBAR_GEREJA")]
    ChurchPulpit,

    [JsonStringEnumMemberName("BALAI_DESA")]
    VillageHall,

    [JsonStringEnumMemberName("SEKOLAH")]
    School,

    [JsonStringEnumMemberName("KUNJUNGAN_RUMAH")]
    HomeVisit,

    [JsonStringEnumMemberName("PASAR")]
    Market,

    [JsonStringEnumMemberName("RADIO")]
    Radio,

    [JsonStringEnumMemberName("MEDIA_LOKAL")]
    LocalPress,

    [JsonStringEnumMemberName("MEDIA_SOSIAL")]
    SocialMedia,

    [JsonStringEnumMemberName("KANTOR")]
    Office,

    [JsonStringEnumMemberName("LAINNYA")]
    Other,
}

public enum OutreachProgramme
{
    /// <summary>PIMPASA: choosing a passport safely.</summary>
    [JsonStringEnumMemberName("PINTAR_MEMILIH_PASPOR_AMAN")]
    SafePassport,

    [JsonStringEnumMemberName("DESA_BINAAN_IMIGRASI")]
    FosteredVillage,

    [JsonStringEnumMemberName("MIGRASI_AMAN")]
    SafeMigration,

    [JsonStringEnumMemberName("PENCEGAHAN_TPPO")]
    TraffickingPrevention,

    [JsonStringEnumMemberName("HAK_PEKERJA")]
    WorkersRights,

    [JsonStringEnumMemberName("LAINNYA")]
    Other,
}

/// <summary>As what an officer serves a village.</summary>
public enum VillageRole
{
    /// <summary>PIMPASA: the immigration officer who looks after the village.</summary>
    [JsonStringEnumMemberName("PETUGAS_IMIGRASI_PEMBINA_DESA")]
    ImmigrationMentor,

    [JsonStringEnumMemberName("PENDAMPING")]
    Deputy,
}

public enum VillageRisk
{
    Unassessed,
    Low,
    Medium,
    High,
}

public enum PartnerKind
{
    Church,
    CivilSociety,
    CommunityFigure,
    Cadre,
    School,
    CustomaryCouncil,
    Other,
}

public enum VillageQuestion
{
    IsResident,
    FamilyPermits,
    BrokerInvolved,
}
