using System.Security.Cryptography;
using System.Text;
using Coordination.Host.Vault;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>OWASP ASVS 5.0, V11: how the vault encrypts.</summary>
public sealed class CipherTests
{
    private static readonly Guid Teratai = Guid.Parse("0190a000-0000-7000-8000-00000000a001");
    private static readonly Guid Melati = Guid.Parse("0190a000-0000-7000-8000-00000000a003");
    private static readonly DataKey Key = DataKey.Fresh(Teratai);

    [Fact]
    public void What_was_sealed_opens_and_says_nothing_meanwhile()
    {
        var value = Key.Seal("name", "Teratai");
        Encoding.UTF8.GetString(value.ToBytes()).ShouldNotContain("Teratai");
        Key.Open("name", SealedBytes.Of(value.ToBytes())).ShouldBe("Teratai");
    }

    [Fact]
    public void Asvs_11_3_4_a_nonce_is_never_used_twice_in_a_million_encryptions()
    {
        var seen = new HashSet<(ulong, uint)>(1_000_000);
        var (context, text) = (Key.ContextOf("nik"), "0000000000000000"u8.ToArray());
        for (var i = 0; i < 1_000_000; i++)
        {
            var nonce = Cipher.Seal(Key.Key, context, text).Nonce;
            seen.Add((BitConverter.ToUInt64(nonce), BitConverter.ToUInt32(nonce, 8))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Asvs_11_3_3_a_value_opens_only_as_the_field_subject_and_version_that_it_was_sealed_as()
    {
        var value = Key.Seal("nik", "0000000000000011");
        Should.Throw<CryptographicException>(() => Key.Open("passport", value));
        Should.Throw<CryptographicException>(() => (Key with { Subject = Melati }).Open("nik", value));
        Should.Throw<CryptographicException>(() => (Key with { Version = 2 }).Open("nik", value));
        Should.Throw<CryptographicException>(() => DataKey.Fresh(Teratai).Open("nik", value));
        Should.Throw<CryptographicException>(() => Key.Open("nik", value with { Tag = Key.Seal("nik", "1").Tag }));
        value.Ciphertext[0] ^= 1;
        Should.Throw<CryptographicException>(() => Key.Open("nik", value));
    }

    [Fact]
    public void Sealing_alike_gives_the_same_for_the_same_text_and_another_nonce_for_another()
    {
        var (one, context) = (Key.Key, Key.ContextOf("text"));
        Cipher.SealAlike(one, context, "a"u8).ToBytes().ShouldBe(Cipher.SealAlike(one, context, "a"u8).ToBytes());
        Cipher.SealAlike(one, context, "a"u8).Nonce.ShouldNotBe(Cipher.SealAlike(one, context, "b"u8).Nonce);
        Cipher.SealAlike(one, context, "a"u8).Nonce.ShouldNotBe(Cipher.SealAlike(one, Key.ContextOf("other"), "a"u8).Nonce);
    }

    [Fact]
    public void A_key_does_not_print_itself() => $"{Key}".ShouldNotContain(Convert.ToHexString(Key.Key), Case.Insensitive);
}
