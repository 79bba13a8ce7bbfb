using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

internal static class VaultRefusals
{
    public static readonly Refusal PersonUnreadable = new(
        "person.unreadable", "A person is an object of ref, name, nik (16 digits), passport, phone, birthDate, sex, nationality.", RefusalKind.Invalid);

    public static readonly Refusal PersonUnknown = new("person.unknown_ref", "There is no person of this reference.", RefusalKind.Invalid);

    public static readonly Refusal ContactUnreadable = new(
        "contact.unreadable", "A contact is a telephone number, an e-mail address or another address as text.", RefusalKind.Invalid);

    public static readonly Refusal TextUnreadable = new("data.text_unreadable", "A text holds U+0000 or half a surrogate pair.", RefusalKind.Invalid);
}
