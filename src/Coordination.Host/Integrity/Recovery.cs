using System.Globalization;
using Coordination.EventStore.Integrity;

namespace Coordination.Host.Integrity;

/// <summary>
/// Makes known that a log had to go back: signs, with the old key and with a new one, from which head to which it was rewound, and goes on under a new
/// name. Heads of the old name are no promise from then on; who has a counter-signed one can show for ever what was lost. The Hosts must be stopped.
/// </summary>
internal sealed class Recovery(LogTree tree, Heads heads, string keyFile)
{
    // What a shorter log looks like: a signed head beyond its end, or, when it went on from there, one that it no longer has.
    private static readonly string[] Expected = ["log_cut", "head_differs"];

    private string Next => $"{keyFile}.next";

    /// <summary>Returns the note that says so.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to make known, or something else is wrong with the log.</exception>
    public async Task<SignedNote> Rewind(string reason, DateTimeOffset at, CancellationToken ct)
    {
        if (reason.Length is 0 or > 500 || reason.Any(char.IsControl))
            throw new InvalidOperationException("Give the reason in one line.");
        var lost = await heads.LargestStanding(tree, ct) ?? throw new InvalidOperationException("No head of this log was ever signed: nothing is to be made known.");
        await MustBeRewound(ct);
        var state = await tree.Sealed.State(ct);
        var signer = NoteSigner.LoadOrCreate(Next, NoteKind.Ed25519, () => NameAfter(tree.Origin));
        var root = Convert.ToBase64String(await tree.Sealed.Root(state.Size, ct));
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            {signer.Verifier.Name}/rewind
            log rewound to size {state.Size}
            {root}
            from {lost.Head.Origin} {lost.Head.Size} {Convert.ToBase64String(lost.Head.Root)}
            at {at:yyyy-MM-dd'T'HH:mm:ss'Z'}
            {reason}

            """);
        var note = new SignedNote(text, [.. SignedNote.Sign(text, tree.Signer).Lines, .. SignedNote.Sign(text, signer).Lines]);
        await heads.Rewind(tree, lost.Id, note.ToString(), ct);
        Swap();
        return note;
    }

    /// <summary>Ends what an earlier run that was interrupted had begun. True when there was something to end.</summary>
    public async Task<bool> Finish(CancellationToken ct)
    {
        if (!File.Exists(Next) || await heads.LargestStanding(tree, ct) is not null || (await heads.Rewinds(tree, ct)).Count == 0)
            return false;
        Swap();
        return true;
    }

    // The old key stays for the record; it signs nothing any more.
    private void Swap()
    {
        File.Move(keyFile, $"{keyFile}.retired-{Convert.ToHexStringLower(tree.Signer.Verifier.Id)}", overwrite: true);
        File.Move(Next, keyFile);
    }

    private async Task MustBeRewound(CancellationToken ct)
    {
        var audit = new TreeAudit(tree.Source, tree.Database);
        AuditEnd? end;
        do
            end = await audit.Next(5_000, ct);
        while (end is null);
        if (end.Found is null)
            throw new InvalidOperationException("The log extends every head that was signed: it was not rewound, and there is nothing to recover.");
        if (!Expected.Contains(end.Found.Code, StringComparer.Ordinal))
            throw new InvalidOperationException($"This is no rewound log but an altered one. Restore it first. {end.Found.Code}: {end.Found.What}");
    }

    private static string NameAfter(string origin)
    {
        var at = origin.LastIndexOf("/rewound-", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(origin.AsSpan(at + 9), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{origin[..at]}/rewound-{number + 1}")
            : $"{origin}/rewound-1";
    }
}
