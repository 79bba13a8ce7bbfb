using System.CommandLine;
using Coordination.EventStore;
using Coordination.Host.Integrity;

namespace Coordination.Host.CommandLine;

/// <summary><c>verify</c>: the store and its log, or a bundle that somebody was given.</summary>
internal static class VerifyVerb
{
    public static Command Command()
    {
        var bundle = new Argument<FileInfo?>("bundle") { Description = "A bundle of a case to check offline, instead of the store.", Arity = ArgumentArity.ZeroOrOne };
        var quick = new Option<bool>("--quick") { Description = "Check the log only, without folding every view from scratch." };
        var key = new Option<string?>("--key") { Description = "The log's verifier key, as the agencies know it." };
        var witness = new Option<string[]>("--witness") { Description = "AGENCY=KEY of a witness that must have counter-signed.", DefaultValueFactory = _ => [] };
        var command = new Command("verify", "Check that the store keeps its promises, or that a bundle proves what it claims.") { bundle, quick, key, witness };
        command.SetAction((parsed, ct) => parsed.GetValue(bundle) is { } file
            ? Verbs.Guarded(() => Bundle(file, parsed.GetValue(key), parsed.GetValue(witness)!, ct))
            : StoreVerbs.WithStore(services => Store(services, folds: !parsed.GetValue(quick), ct), ct));
        return command;
    }

    internal static async Task<int> Store(IServiceProvider services, bool folds, CancellationToken ct)
    {
        var defects = await services.GetRequiredService<Verifier>().Verify(folds, ct);
        Console.WriteLine(defects.Count == 0 ? "Sound." : string.Join('\n', defects.Select(defect => $"{defect.Code}: {defect.What}")));
        return defects.Count == 0 ? Verbs.Well : Verbs.Found;
    }

    private static async Task<int> Bundle(FileInfo file, string? key, string[] witnesses, CancellationToken ct)
    {
        var logKey = key is null ? null : VerifierKey.Parse(key) ?? throw new InvalidOperationException("--key is not a verifier key.");
        var named = witnesses.Select(text => text.Split('=', 2)).ToDictionary(
            parts => parts[0], parts => VerifierKey.Parse(parts[^1]) ?? throw new InvalidOperationException("--witness is not AGENCY=KEY."), StringComparer.Ordinal);
        await using var stream = file.OpenRead();
        var verdict = await BundleCheck.Of(stream, logKey, named, ct);
        foreach (var line in verdict.Proved.Concat(verdict.Broken))
            Console.WriteLine(line);
        return verdict.Broken.Count == 0 ? Verbs.Well : Verbs.Found;
    }
}
