using Coordination.Domain.Handoffs;
using Coordination.Host.Pages;
using Coordination.Host.Resources;

namespace Coordination.Host.Handoffs;

/// <summary>What was typed for the handover record; what was left empty is not recorded.</summary>
internal sealed record HandedForm(HandedPerson? Person, string? Health, IReadOnlyList<RecordWitness>? Witnesses, string? ServiceToken)
{
    private const long OldestAge = 130;

    private static readonly string[] WitnessFields = ["saksi1", "saksi2"];

    public static HandedForm Read(FormValues form, List<FormError> errors, Texts texts)
    {
        var age = form.Whole("usia");
        if (form.Optional("usia") is not null && age is null or > OldestAge)
            errors.Add(new FormError(texts["handoff.record.badAge"], "usia"));
        var person = new HandedPerson(
            form.One<SubjectSex>("jk"), age <= OldestAge ? (int)age : null, form.Optional("kebutuhan"), form.Optional("pendamping"));
        var witnesses = WitnessFields.Select(form.Optional).OfType<string>().Select(officer => new RecordWitness(officer)).ToList();
        return new(person == new HandedPerson() ? null : person, form.Optional("kondisi"), witnesses is [] ? null : witnesses, Token(form));
    }

    public static string? Token(FormValues form) => form.Optional("tanda");
}
