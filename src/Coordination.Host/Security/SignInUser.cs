namespace Coordination.Host.Security;

/// <summary>What ASP.NET Core Identity works on: who it is and how they prove it. Rights are not here; they come from the members' events.</summary>
public sealed class SignInUser
{
    public required string Username { get; init; }

    /// <summary>As <see cref="Security.PasswordHash"/> writes it; null for who cannot sign in by password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Secret of the authenticator, base 32; null when none was ever made.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The authenticator has proved that it works.</summary>
    public bool TwoFactorEnabled { get; set; }
}

/// <summary>Our password hash where Identity asks for one.</summary>
internal sealed class PasswordHasher : Microsoft.AspNetCore.Identity.IPasswordHasher<SignInUser>
{
    public string HashPassword(SignInUser user, string password) => PasswordHash.Create(password).ToString();

    public Microsoft.AspNetCore.Identity.PasswordVerificationResult VerifyHashedPassword(
        SignInUser user, string hashedPassword, string providedPassword) => PasswordHash.Parse(hashedPassword).Matches(providedPassword)
        ? Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success
        : Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed;
}

/// <summary>Names are codes, compared as they are written.</summary>
internal sealed class NamesAsWritten : Microsoft.AspNetCore.Identity.ILookupNormalizer
{
    public string? NormalizeName(string? name) => name;

    public string? NormalizeEmail(string? email) => email;
}
