using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Vault;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <summary>
/// Makes right what the agency told wrongly of a person that asked for it (UU 27/2022 Ps 6), while its request is open. What other agencies
/// told is theirs to correct. NIK and passport decide who a person is: who was told under a wrong one is told anew under the right one.
/// </summary>
internal sealed class Corrections(PrivacyQueries privacy, PersonVault vault, IAccessLog access)
{
    /// <returns>Null when it is done; doing it again changes nothing.</returns>
    /// <exception cref="AccessLogUnavailableException">It could not be recorded; nothing was changed.</exception>
    public async Task<Problem?> Make(Officer by, Guid request, PersonData right, CancellationToken ct)
    {
        if (await privacy.FindRequest(Viewer.Of(by), request, ct) is not { } found)
            return Problem.Of(HttpRefusals.NotFound);
        if (found.Right != nameof(DataRight.Correction))
            return Problem.Of(PrivacyRefusals.NoCorrectionAsked);
        if (found.AnsweredAt is not null)
            return Problem.Of(PrivacyRefusals.RequestAnswered);
        if (right is not { Ref: null, Nik: null, Passport: null })
            return Problem.Of(VaultRefusals.PersonUnreadable with { Details = ["ref, nik, passport"] });
        var look = new Look(by, "identity_corrected", PersonSearch.CodeOf(InquiryPurpose.SubjectRequest), $"person:{found.PersonId}", [found.PersonId])
        {
            Fields = [.. PersonFields.Of(right).Select(field => field.Field)],
        };
        await access.Record(look, ct);
        return await vault.Correct(new PersonRef(found.PersonId), right, by.Agency, ct) ? null : Problem.Of(HttpRefusals.NotFound);
    }
}
