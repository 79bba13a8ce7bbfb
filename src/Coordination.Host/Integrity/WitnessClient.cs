using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Coordination.Host.Security;

namespace Coordination.Host.Integrity;

/// <summary>The public interface of the log, as an agency's account reaches it.</summary>
internal sealed class WitnessClient(HttpClient http, string username, string password, string tree) : IDisposable
{
    private string? _token;

    public async Task<VerifierKey> Key(CancellationToken ct)
    {
        using var response = await Send(HttpMethod.Get, "key", null, ct);
        var answer = JsonSerializer.Deserialize<LogKeyAnswer>(await response.Content.ReadAsStringAsync(ct), JsonSerializerOptions.Web);
        return VerifierKey.Parse(answer?.VerifierKey ?? "") ?? throw new WitnessRefusalException("The log shows no key.");
    }

    public async Task<string> Checkpoint(CancellationToken ct)
    {
        using var response = await Send(HttpMethod.Get, "checkpoint", null, ct);
        return await response.Content.ReadAsStringAsync(ct);
    }

    public async Task<IReadOnlyList<byte[]>> Consistency(long from, long to, CancellationToken ct)
    {
        using var response = await Send(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"proof/consistency?from={from}&to={to}"), null, ct);
        var answer = JsonSerializer.Deserialize<ProofAnswer>(await response.Content.ReadAsStringAsync(ct), JsonSerializerOptions.Web);
        return [.. answer?.Hashes.Select(hash => VerifierKey.Base64(hash) ?? []) ?? []];
    }

    public async Task Cosign(SignedNote note, VerifierKey key, CancellationToken ct)
    {
        using var response = await Send(HttpMethod.Post, "cosignatures", new CosignatureRequest(note.ToString(), key.ToString()), ct);
    }

    public void Dispose() => http.Dispose();

    /// <exception cref="HttpRequestException">It does not answer, or refuses; the message says what.</exception>
    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        for (var again = false; ; again = true)
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/log/{tree}{path}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await SignIn(ct));
            if (body is not null)
                request.Content = JsonContent.Create(body, body.GetType());
            var response = await http.SendAsync(request, ct);
            if (response.IsSuccessStatusCode)
                return response;
            var (status, answer) = (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
            response.Dispose();
            if (status != HttpStatusCode.Unauthorized || again)
                throw new HttpRequestException($"{path}: {(int)status} {answer}", null, status);
            _token = null; // it lives for hours, a witness for years
        }
    }

    private async Task<string> SignIn(CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("/api/v1/tokens", new TokenRequest(username, password), ct);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{username} cannot sign in at {http.BaseAddress}: {(int)response.StatusCode}.", null, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<TokenResponse>(ct))!.AccessToken;
    }
}
