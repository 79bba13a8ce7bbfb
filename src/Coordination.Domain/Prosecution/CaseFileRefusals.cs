using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>Steps of the file out of order, and at the wrong hands.</summary>
public static class CaseFileRefusals
{
    public static readonly Refusal OtherProsecutor = new(
        "prosecution.other_prosecutor", "Only the prosecutor's office that was notified may do this.", RefusalKind.Forbidden);

    public static readonly Refusal OtherCourt =
        new("prosecution.other_court", "Only the court of the indictment may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotNotified = new("prosecution.not_notified", "The prosecutor was not notified yet (SPDP).");

    public static readonly Refusal WithProsecutor = new("prosecution.with_prosecutor", "The file lies with the prosecutor.");

    public static readonly Refusal FileReturned =
        new("prosecution.file_returned", "The file was returned; it has to be resubmitted first.");

    public static readonly Refusal NotSubmitted = new("prosecution.not_submitted", "No file was submitted yet (tahap I).");

    public static readonly Refusal NotReturned = new("prosecution.not_returned", "The file was not returned.");

    public static readonly Refusal AlreadyComplete = new("prosecution.already_complete", "The file was declared complete before (P-21).");

    public static readonly Refusal NotComplete = new("prosecution.not_complete", "The file was not declared complete yet (P-21).");

    public static readonly Refusal EvidenceLeftBehind =
        new("prosecution.evidence_left_behind", "Items of evidence of this matter are missing from the transfer.");

    public static readonly Refusal AlreadyTransferred =
        new("prosecution.already_transferred", "Suspect and evidence were transferred under another number (tahap II).");

    public static readonly Refusal NotTransferred =
        new("prosecution.not_transferred", "Suspect and evidence were not transferred yet (tahap II).");

    public static readonly Refusal AlreadyIndicted = new("prosecution.already_indicted", "The indictment was filed under another number.");

    public static readonly Refusal NotIndicted = new("prosecution.not_indicted", "There is no indictment yet.");

    public static readonly Refusal AmountNegative =
        new("prosecution.amount_negative", "Months and rupiah are whole numbers that are not below zero.", RefusalKind.Invalid);

    public static readonly Refusal Terminated = new("prosecution.terminated", "The investigation was terminated (SP3).");

    public static readonly Refusal NotTerminated = new("prosecution.not_terminated", "The investigation was not terminated.");

    public static readonly Refusal PoliceNotInvolved = new(
        "prosecution.police_not_involved", "An investigator of immigration ends an investigation with the police only; name their letter.",
        RefusalKind.Forbidden);

    public static readonly Refusal AlreadyNoticed =
        new("prosecution.termination_already_noticed", "The termination was notified under another number.");
}
