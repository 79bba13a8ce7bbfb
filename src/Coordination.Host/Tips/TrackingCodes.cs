using System.Security.Cryptography;

namespace Coordination.Host.Tips;

/// <summary>What an anonymous reporter asks for the outcome with: random, so that nobody guesses another's; sayable by telephone.</summary>
internal static class TrackingCodes
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Groups = 3;
    private const int Length = 4;

    public static string Next() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Letters, Length))));
}
