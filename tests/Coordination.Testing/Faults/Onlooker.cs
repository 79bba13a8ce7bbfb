using System.Collections.Concurrent;

namespace Coordination.Testing.Faults;

/// <summary>Keeps a live stream open through a fault, comes again where it broke off, and remembers every frame.</summary>
public sealed class Onlooker : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _frames = new();
    private readonly Task _listening;
    private string _last = "0";

    public Onlooker(HttpClient http, OfficerClient officer) => _listening = Listen(http, officer);

    public IReadOnlyCollection<string> Frames => _frames;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _end.Dispose();
    }

    private async Task Listen(HttpClient http, OfficerClient officer)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Read(http, officer);
                await Task.Delay(50, _end.Token);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // Cut off, or told to end: the loop knows which.
            }
        }
    }

    private async Task Read(HttpClient http, OfficerClient officer)
    {
        using var request = officer.Authorized(HttpMethod.Get, "/api/v1/stream");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", _last);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
        if (!response.IsSuccessStatusCode)
            return;
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(_end.Token));
        while (await lines.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                _last = line["id: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                _frames.Enqueue(line);
        }
    }
}
