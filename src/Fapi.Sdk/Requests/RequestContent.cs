using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace Fapi.Sdk.Requests;

/// <summary>Content of the bytes of a form, or of none. The one of no bytes serves one request after the other:
/// disposing a request leaves it as it is.</summary>
internal sealed class RequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    private readonly byte[] _bytes;
    private volatile bool _wasAsked;

    internal RequestContent()
    {
        _bytes = [];
        Headers.ContentLength = 0;
    }

    /// <param name="form">Encoded fields; copied, as a handler may read them after the call has ended.</param>
    internal RequestContent(ReadOnlyMemory<byte> form)
    {
        _bytes = form.ToArray();
        Headers.ContentType = FormType;
    }

    /// <summary>True when the handler has asked for the bytes, which the platform's does before it sends what stands
    /// before them.</summary>
    internal bool WasAsked
    {
        get => _wasAsked;
        set => _wasAsked = value;
    }

    /// <summary>True when a handler has added headers to the one of no bytes.</summary>
    internal bool IsChanged =>
#if NET
        Headers.NonValidated.Count != 1;
#else
        Headers.Count() != 1;
#endif

    /// <summary>The encoded fields of a form.</summary>
    internal string Text => Encoding.ASCII.GetString(_bytes);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasAsked = true;
        return _bytes.Length == 0 ? Task.CompletedTask : stream.WriteAsync(_bytes, 0, _bytes.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    [SuppressMessage("Usage", "CA2215", Justification = "It would be of no use to the next request.")]
    protected override void Dispose(bool disposing)
    {
    }
}
