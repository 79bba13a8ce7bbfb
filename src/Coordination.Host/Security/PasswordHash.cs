using System.Globalization;
using System.Security.Cryptography;

namespace Coordination.Host.Security;

/// <summary>A stored password: PBKDF2-SHA256 with its own salt, written as <c>pbkdf2-sha256$iterations$salt$hash</c>.</summary>
/// <remarks>600,000 iterations (OWASP ASVS 5.0 11.4.2); the base library has no memory-hard function.</remarks>
public sealed record PasswordHash(int Iterations, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Hash)
{
    private const string Scheme = "pbkdf2-sha256";
    private const int CurrentIterations = 600_000;
    private const int Bytes = 32;

    /// <summary>What an unknown user's password is compared with: the work is the same, the answer always no.</summary>
    public static PasswordHash Nobody { get; } = new(CurrentIterations, RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(Bytes));

    public static PasswordHash Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new PasswordHash(CurrentIterations, salt, Derive(password, salt, CurrentIterations));
    }

    /// <exception cref="FormatException">The stored text is not a hash of ours.</exception>
    public static PasswordHash Parse(string stored)
    {
        var parts = stored.Split('$');
        if (parts is not [Scheme, var iterations, var salt, var hash])
            throw new FormatException("Not a password hash of this product.");
        return new PasswordHash(
            int.Parse(iterations, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(hash));
    }

    /// <summary>Costs hundreds of milliseconds of processor time on purpose; call it behind <see cref="PasswordCheck"/> only.</summary>
    public bool Matches(string password) =>
        CryptographicOperations.FixedTimeEquals(Derive(password, Salt.Span, Iterations), Hash.Span);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}${Iterations}${Convert.ToBase64String(Salt.Span)}${Convert.ToBase64String(Hash.Span)}");

    private static byte[] Derive(string password, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, Bytes);
}
