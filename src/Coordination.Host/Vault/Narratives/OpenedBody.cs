using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using Coordination.Host.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Coordination.Host.Vault;

/// <summary>
/// The last step of every answer in JSON, HTML or server-sent events: sealed texts are opened as they pass. Whoever may read the item that a text stands
/// in has been asked before (visibility) and recorded (access log); here nobody is asked any more.
/// </summary>
internal sealed class OpenedBody(HttpResponse response, IHttpResponseBodyFeature inner, Narratives narratives) : Stream, IHttpResponseBodyFeature
{
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes(NarrativeToken.Mark);
    private const int LongestToken = 2 * Kestrel.MaxBody;
    private byte[] _held = [];
    private PipeWriter? _writer;
    private bool _begun;

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Lets go of what was held back as the possible beginning of a token.</summary>
    public async Task Finish(CancellationToken ct)
    {
        if (_writer is not null)
            await _writer.FlushAsync(ct);
        var rest = _held;
        _held = [];
        if (rest.Length > 0)
            await inner.Stream.WriteAsync(rest, ct);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _begun = true;
        if (Escape() is not { } escape)
        {
            await inner.Stream.WriteAsync(buffer, cancellationToken);
            return;
        }
        var all = _held.Length == 0 ? buffer : (byte[])[.. _held, .. buffer.Span];
        _held = [];
        var whole = all.Length - Beginning(all.Span);
        await inner.Stream.WriteAsync(await Open(all[..whole], escape, cancellationToken), cancellationToken);
        _held = all[whole..].ToArray();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Before the first byte there is nothing to send, and an empty answer may still become a problem with a body.
    public override Task FlushAsync(CancellationToken cancellationToken) => _begun ? inner.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush() => throw new NotSupportedException("Answers are written asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        inner.SendFileAsync(path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await Finish(CancellationToken.None);
        await inner.CompleteAsync();
    }

    private async ValueTask<ReadOnlyMemory<byte>> Open(ReadOnlyMemory<byte> bytes, Func<string, string> escape, CancellationToken ct)
    {
        if (bytes.Span.IndexOf(Mark) < 0)
            return bytes;
        if (!response.HasStarted)
            response.ContentLength = null;
        // Latin-1 keeps every byte as it is, also half a character at the end of a chunk; a token is ASCII.
        var opened = await narratives.Open(Encoding.Latin1.GetString(bytes.Span), text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(escape(text))), ct);
        return Encoding.Latin1.GetBytes(opened);
    }

    /// <summary>How many bytes at the end may be the beginning of a token.</summary>
    private static int Beginning(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOf((byte)'{');
        if (last < 0 || bytes.Length - last > LongestToken)
            return 0;
        var tail = bytes[last..];
        var begins = tail.Length < Mark.Length ? Mark.AsSpan().StartsWith(tail) : tail.StartsWith(Mark) && tail.IndexOf((byte)'}') < 0;
        return begins ? tail.Length : 0;
    }

    private Func<string, string>? Escape() => response.ContentType switch
    {
        { } type when type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) =>
            text => JsonEncodedText.Encode(text).ToString(),
        { } type when type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) => WebUtility.HtmlEncode,
        _ => null,
    };
}

internal static class OpenedBodies
{
    /// <summary>Opens sealed texts in answers, and refuses an address that carries one: a page shows its own address again, and would open it.</summary>
    public static IApplicationBuilder UseOpenedBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var address = Uri.UnescapeDataString($"{context.Request.Path}{context.Request.QueryString}");
        if (address.Contains(NarrativeToken.Mark, StringComparison.Ordinal))
        {
            await Problem.Of(HttpRefusals.BadRequest).ExecuteAsync(context);
            return;
        }
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var opened = new OpenedBody(context.Response, inner, context.RequestServices.GetRequiredService<Narratives>());
        context.Features.Set<IHttpResponseBodyFeature>(opened);
        try
        {
            await next(context);
            await opened.Finish(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(inner);
        }
    });
}
