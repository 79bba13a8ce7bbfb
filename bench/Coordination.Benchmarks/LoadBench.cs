using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Benchmarks;

/// <summary>
/// 200 events a second for five minutes into a running Host with all projections, rules and timers on: does any view fall behind, how soon does an
/// alert stand where a desk sees it, and what does an event cost. The events are appended by this process, the Host projects, judges and raises.
/// </summary>
internal static class LoadBench
{
    private const int PerSecond = 200;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task Run(Bench bench, Results results)
    {
        await using var host = await HostProcess.Start(bench.Database);
        var run = new LoadRun(bench);
        using var stop = new CancellationTokenSource();
        var watching = run.Watch(Look, stop.Token);
        var before = host.Cpu;
        var (half, end) = await run.Append(PerSecond, bench.Small ? 20 : 300);
        var cpu = host.Cpu - before;
        await run.AwaitAlerts(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await watching;
        results.Add(
            "200 events/s, all views, rules and timers: events behind, half-way and at the end", "", string.Create(CultureInfo.InvariantCulture, $"{half:N0}, {end:N0}"), "",
            "not growing", end <= Math.Max(half * 2, PerSecond));
        Report(results, "critical alert", "A-REPEAT", run, 2_000);
        Report(results, "other alert", "A-CLUSTER", run, 5_000);
        results.Add(
            "CPU of the Host per event, everything on", "", string.Create(CultureInfo.InvariantCulture, $"{cpu.TotalMilliseconds / run.Appended:N2} ms"), "",
            string.Create(CultureInfo.InvariantCulture, $"RSS {host.Memory / 1_048_576} MiB"), null);
    }

    private static void Report(Results results, string what, string code, LoadRun run, double reach)
    {
        var seen = run.Latencies(code);
        var missing = run.Unseen(code);
        var p99 = Measure.Percentile(seen, 0.99);
        results.Add(
            $"commit → {what} visible, {seen.Count:N0} alerts, p50 / p99", "",
            string.Create(CultureInfo.InvariantCulture, $"{Measure.Median(seen):N0} ms / {p99:N0} ms{(missing > 0 ? $", {missing} never seen" : "")}"), "",
            string.Create(CultureInfo.InvariantCulture, $"p99 ≤ {reach / 1000:N0} s"), missing == 0 && p99 <= reach);
    }
}

/// <summary>Appends at a pace, remembers when each alert became due, and watches the board.</summary>
internal sealed class LoadRun(Bench bench)
{
    private readonly ConcurrentDictionary<(string Code, Guid Person), long> _due = new();
    private readonly ConcurrentDictionary<(string Code, Guid Person), double> _seen = new();

    public int Appended { get; private set; }

    public List<double> Latencies(string code) => [.. _seen.Where(one => one.Key.Code == code).Select(one => one.Value)];

    public int Unseen(string code) => _due.Keys.Count(key => key.Code == code && !_seen.ContainsKey(key));

    /// <returns>How many events the slowest view was behind half-way and at the end.</returns>
    public async Task<(long Half, long End)> Append(int perSecond, int seconds)
    {
        var half = 0L;
        var started = Stopwatch.GetTimestamp();
        for (var second = 0; second < seconds; second++)
        {
            // Ten bursts a second: what a national evening looks like, and no timer on this machine is exact at 5 ms.
            for (var tenth = 0; tenth < 10; tenth++)
            {
                var now = tenth == 0 ? Suspicions(perSecond / 10) : Applications(perSecond / 10);
                await Task.WhenAll(now);
                Appended += perSecond / 10;
                var wait = TimeSpan.FromSeconds(second + (tenth + 1) / 10.0) - Stopwatch.GetElapsedTime(started);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
            }

            if (second == seconds / 2)
                half = await Behind();
        }

        return (half, await Behind());
    }

    public async Task AwaitAlerts(TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        while (_due.Keys.Any(key => !_seen.ContainsKey(key)) && Stopwatch.GetElapsedTime(started) < limit)
            await Task.Delay(50);
    }

    public async Task Watch(TimeSpan pace, CancellationToken ct)
    {
        await using var connection = await bench.Database.Daemon.OpenConnectionAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(
            "select code, persons, changed_position from readmodel.alert where changed_position > $1 order by changed_position", connection);
        var position = command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = 0 });
        await command.PrepareAsync(CancellationToken.None);
        while (!ct.IsCancellationRequested)
        {
            await using (var reader = await command.ExecuteReaderAsync(CancellationToken.None))
            {
                var now = Stopwatch.GetTimestamp();
                while (await reader.ReadAsync(CancellationToken.None))
                {
                    position.Value = reader.GetInt64(2);
                    foreach (var person in reader.GetFieldValue<Guid[]>(1))
                        See((reader.GetString(0), person), now);
                }
            }

            await Task.Delay(pace, CancellationToken.None);
        }
    }

    private void See((string Code, Guid Person) key, long now)
    {
        if (_due.TryGetValue(key, out var due))
            _seen.TryAdd(key, Stopwatch.GetElapsedTime(due, now).TotalMilliseconds);
    }

    /// <summary>A deferral and the same person at another harbour, three applicants with one telephone, and ordinary applications.</summary>
    private IEnumerable<Task> Suspicions(int count)
    {
        yield return Repeat();
        yield return Cluster();
        foreach (var ordinary in Applications(count - 5))
            yield return ordinary;
    }

    private IEnumerable<Task> Applications(int count) => Enumerable.Range(0, count).Select(_ => One(Guid.CreateVersion7(), Application(NewPerson(), NewContact()), null));

    private async Task Repeat()
    {
        var traveller = NewPerson();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await One(first, new DepartureDeferred([DeferralReason.SuspectedNonProceduralWork], "BAP/1", Traveller: traveller), traveller, "TPI-BATAM-CENTER");
        await One(second, new TravellerReferredToSecondary(traveller, [ReferralReason.ProfileDoubtful], TransportMode.Sea, "MY"), traveller, "TPI-SEKUPANG");
        _due[("A-REPEAT", traveller.Value)] = Stopwatch.GetTimestamp();
    }

    private async Task Cluster()
    {
        var phone = NewContact();
        PersonRef[] applicants = [NewPerson(), NewPerson(), NewPerson()];
        foreach (var applicant in applicants)
            await One(Guid.CreateVersion7(), Application(applicant, phone), null);
        _due[("A-CLUSTER", applicants[2].Value)] = Stopwatch.GetTimestamp();
    }

    private async Task One(Guid stream, object body, PersonRef? person, string place = "53.04")
    {
        var now = TimeProvider.System.GetUtcNow();
        PersonRef[] persons = [.. new[] { person, (body as PassportApplicationReceived)?.Applicant }.OfType<PersonRef>()];
        var envelope = new Envelope(Payload.Sender, now, now, place, ["UU-6-2011:16"], Marking.Default, null);
        var happened = new NewEvent(Guid.CreateVersion7(), body, now, EnvelopeHeaders.Write(envelope, persons), Payload.Sender.Id);
        var type = body is PassportApplicationEvent ? PassportApplicationDecider.Kind.Type : DepartureScreeningDecider.Kind.Type;
        await bench.Log.Append(new AppendRequest([new(stream, type, 0, [happened])]), CancellationToken.None);
    }

    private async Task<long> Behind()
    {
        await using var command = bench.Database.Daemon.CreateCommand(
            "select (select max(seq_id) from public.mt_events) - min(last_seq_id) from public.mt_event_progression where name <> 'HighWaterMark'");
        return await command.ExecuteScalarAsync() is long behind ? behind : 0;
    }

    private static PassportApplicationReceived Application(PersonRef applicant, ContactRef phone) => new(
        applicant, ApplicationChannel.MPaspor, TravelPurpose.Work, FirstPassport: true, Destination: "KH", Domicile: "53.21.01", Phone: phone);

    private static PersonRef NewPerson() => PersonRef.From(Guid.CreateVersion7());

    private static ContactRef NewContact() => ContactRef.From(Guid.CreateVersion7());
}
