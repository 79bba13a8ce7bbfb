using System.Text;
using Coordination.Host.Integrity;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: signatures and notes are those of RFC 8032 and C2SP, byte for byte.</summary>
public sealed class SignedNoteTests
{
    /// <summary>RFC 8032, 7.1: tests 1 to 3 and SHA(abc).</summary>
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Ed25519_is_that_of_the_standard(string seed, string key, string message, string signature)
    {
        var (secret, text) = (Convert.FromHexString(seed), Convert.FromHexString(message));
        Convert.ToHexStringLower(Ed25519.PublicKey(secret)).ShouldBe(key);
        Convert.ToHexStringLower(Ed25519.Sign(secret, text)).ShouldBe(signature);
        Ed25519.Verify(Convert.FromHexString(key), text, Convert.FromHexString(signature)).ShouldBeTrue();
        Ed25519.Verify(Convert.FromHexString(key), [.. text, 0], Convert.FromHexString(signature)).ShouldBeFalse();
        Ed25519.Verify(Convert.FromHexString(key), text, new byte[64]).ShouldBeFalse();
    }

    /// <summary>The example of golang.org/x/mod/sumdb/note, from which C2SP signed-note was written.</summary>
    [Fact]
    public void A_note_of_another_implementation_verifies()
    {
        const string Note = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        var key = VerifierKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").ShouldNotBeNull();
        var signer = NoteSigner.Parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", NoteKind.Ed25519).ShouldNotBeNull();
        SignedNote.Parse(Note).ShouldNotBeNull().IsSignedBy(key).ShouldBeTrue();
        SignedNote.Sign(SignedNote.Parse(Note)!.Text, signer).ToString().ShouldBe(Note);
        signer.Verifier.ToString().ShouldBe(key.ToString());
        SignedNote.Parse(Note.Replace("answer", "Answer", StringComparison.Ordinal))!.IsSignedBy(key).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("text\n\n— name ?\n")]
    [InlineData("te\u0007xt\n\n— name AAAAAAAA\n")]
    public void What_is_no_note_is_not_read_as_one(string text) => SignedNote.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3")]
    public void A_key_that_contradicts_itself_is_none(string text) => VerifierKey.Parse(text).ShouldBeNull();

    [Fact]
    public void A_counter_signature_commits_to_its_text_and_its_time()
    {
        var signer = NoteSigner.Parse(NoteSigner.Encode("polri/witness", NoteKind.Cosignature, new byte[32]), NoteKind.Cosignature)!;
        var head = new TreeHead("test/log", 3, new byte[32]);
        var at = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);
        var line = Cosignature.Sign(head.Text, at, signer);
        Cosignature.SignedAt(new SignedNote(head.Text, [line]), signer.Verifier).ShouldBe(at);
        Cosignature.SignedAt(new SignedNote(head.Text.Replace("3", "4", StringComparison.Ordinal), [line]), signer.Verifier).ShouldBeNull();
        line.Signature[7] ^= 1;
        Cosignature.SignedAt(new SignedNote(head.Text, [line]), signer.Verifier).ShouldBeNull();
    }

    [Fact]
    public void A_key_is_made_once_and_for_its_owner_alone()
    {
        var directory = Directory.CreateTempSubdirectory("coordination-key-").FullName;
        try
        {
            var path = Path.Combine(directory, "keys", "log.key");
            var made = NoteSigner.LoadOrCreate(path, NoteKind.Ed25519, () => "one/log");
            NoteSigner.LoadOrCreate(path, NoteKind.Ed25519, () => "two/log").Verifier.ToString().ShouldBe(made.Verifier.ToString());
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.WriteAllText(path, File.ReadAllText(path).Replace("one", "own", StringComparison.Ordinal), Encoding.UTF8);
            Should.Throw<InvalidOperationException>(() => NoteSigner.LoadOrCreate(path, NoteKind.Ed25519, () => "two/log"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
