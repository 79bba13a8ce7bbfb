using Coordination.Domain.Handoffs;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;

namespace Coordination.Projections;

/// <summary>Words of the matters, of competence and of evidence.</summary>
internal static class MatterTerms
{
    public static Dictionary<Enum, Wording> All() => new()
    {
        [Offence.Trafficking] = new("perdagangan orang (TPPO)", "trafficking in persons"),
        [Offence.Smuggling] = new("penyelundupan manusia (TPPM)", "people smuggling"),
        [Offence.Immigration] = new("tindak pidana keimigrasian", "immigration offence"),
        [Offence.Other] = new("tindak pidana lain", "another offence"),
        [MatterRoute.Police] = new("diambil alih Polri", "taken over by the police"),
        [MatterRoute.Immigration] = new("dilanjutkan Imigrasi", "continued by immigration"),
        [FileReturn.P18] = new("P-18", "P-18"),
        [FileReturn.P19] = new("P-19", "P-19"),
        [VerdictOutcome.Convicted] = new("terbukti bersalah", "convicted"),
        [VerdictOutcome.Acquitted] = new("bebas", "acquitted"),
        [VerdictOutcome.Released] = new("lepas dari tuntutan", "released"),
        [TerminationGround.NotEnoughEvidence] = new("tidak cukup bukti", "not enough evidence"),
        [TerminationGround.NoCrime] = new("bukan tindak pidana", "no crime"),
        [TerminationGround.ByLaw] = new("demi hukum", "by operation of law"),
        [MatterStage.None] = new("belum ada", "none"),
        [MatterStage.Open] = new("penyidikan", "investigation"),
        [MatterStage.Submitted] = new("tahap I", "file with the prosecutor"),
        [MatterStage.Returned] = new("berkas dikembalikan", "file returned"),
        [MatterStage.Complete] = new("P-21", "file complete"),
        [MatterStage.Transferred] = new("tahap II", "suspect and evidence transferred"),
        [MatterStage.Indicted] = new("penuntutan", "on trial"),
        [MatterStage.Judged] = new("putusan", "judged"),
        [MatterStage.Terminated] = new("dihentikan (SP3)", "terminated"),
        [EvidenceMismatch.SealDiffers] = new("segel berbeda", "another seal"),
        [EvidenceMismatch.SealMissing] = new("segel tidak ada", "seal missing"),
        [EvidenceMismatch.SealBroken] = new("segel rusak", "seal broken"),
        [EvidenceMismatch.HashDiffers] = new("nilai SHA-256 berbeda", "another SHA-256"),
        [EvidenceMismatch.CustodianDiffers] = new("penyimpan tidak sesuai", "another custodian"),
    };
}
