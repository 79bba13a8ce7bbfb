using System.Diagnostics;
using System.Globalization;

namespace Coordination.Host.Postgres;

/// <summary>
/// The account the server runs as. PostgreSQL refuses root, so root hands it to an unprivileged account; everybody else runs it as themselves.
/// Files of the server are made by that account, not by root in a directory that the account could have prepared.
/// </summary>
internal sealed record ServerAccount(string Name, int? Uid = null, int? Gid = null)
{
    private const string Passwords = "/etc/passwd";

    private static readonly bool Linux = OperatingSystem.IsLinux();

    // Of util-linux, and thus on every Debian. Small systems may lack it: an ordinary user then runs the server without the ties to this process.
    private static readonly bool Wraps = Linux && File.Exists("/usr/bin/setpriv");

    /// <param name="existing">Where a cluster may already stand: its owner goes on running it.</param>
    public static ServerAccount For(string existing)
    {
        if (!Environment.IsPrivilegedProcess)
            return new(Environment.UserName);
        if (!Wraps)
            throw new EmbeddedPostgresException("PostgreSQL does not run as root, and there is no setpriv to hand it over. Start this as an ordinary user.");
        var accounts = File.ReadLines(Passwords).Select(Parse).OfType<ServerAccount>().ToList();
        var owner = Directory.Exists(existing) ? Owner(existing) : 0;
        return (owner == 0 ? null : accounts.Find(a => a.Uid == owner))
            ?? accounts.Find(a => a.Name is "postgres")
            ?? accounts.Find(a => a.Name is "nobody")
            ?? throw new EmbeddedPostgresException($"PostgreSQL does not run as root, and {Passwords} has neither 'postgres' nor 'nobody' to run it as.");
    }

    /// <summary>A program as this account, in a clean environment.</summary>
    /// <param name="tied">Ends (SIGINT, a clean stop) when the thread that starts it ends, thus also when this process is killed; and does not hear Ctrl-C.</param>
    public ProcessStartInfo Command(string program, IEnumerable<string> arguments, PostgresBinaries? binaries = null, bool tied = false)
    {
        string[] line = [.. Wrapper(tied), program, .. arguments];
        var command = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/" }; // the account may not be able to enter ours
        command.Environment.Clear();
        command.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        command.Environment["LC_ALL"] = Linux ? "C.UTF-8" : "C";
        if (binaries?.Libraries is { } libraries)
            command.Environment[Linux ? "LD_LIBRARY_PATH" : "DYLD_LIBRARY_PATH"] = libraries;
        return command;
    }

    /// <summary>Runs it to its end and gives its output; a failure is the operator's to mend.</summary>
    public string Run(string program, IEnumerable<string> arguments, string? input = null, PostgresBinaries? binaries = null)
    {
        var (code, output) = ChildProcess.Run(Command(program, arguments, binaries), input);
        return code == 0
            ? output
            : throw new EmbeddedPostgresException($"`{program} {string.Join(' ', arguments)}` as {Name} failed ({code}): {output}");
    }

    public bool CanWrite(string directory) => ChildProcess.Run(Command("test", ["-w", directory])).Code == 0;

    public bool CanEnter(string directory) => ChildProcess.Run(Command("test", ["-x", directory])).Code == 0;

    /// <summary>Makes a directory that only this account (and root) can open.</summary>
    public void Own(string directory)
    {
        Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Uid is not null)
            ChildProcess.Run(new ProcessStartInfo("chown") { ArgumentList = { $"{Uid}:{Gid}", directory } });
    }

    private string[] Wrapper(bool tied)
    {
        string[] drop = Uid is null ? [] : [$"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--no-new-privs", "--inh-caps=-all"];
        return (Wraps, tied, drop) switch
        {
            (false, _, _) or (_, false, []) => [],
            (_, true, _) => ["setpriv", .. drop, "--pdeathsig=INT", "setsid"],
            _ => ["setpriv", .. drop],
        };
    }

    private static int Owner(string path) =>
        int.Parse(ChildProcess.Run(new("stat") { ArgumentList = { "-L", "-c", "%u", path } }).Output, CultureInfo.InvariantCulture);

    private static ServerAccount? Parse(string line) => line.Split(':') is [var name, _, var uid, var gid, ..]
        ? new(name, int.Parse(uid, CultureInfo.InvariantCulture), int.Parse(gid, CultureInfo.InvariantCulture))
        : null;
}
