using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Fapi.Sdk.Requests;

/// <summary>Content of no bytes. Serves one request after the other: disposing a request leaves it as it is.</summary>
internal sealed class NoContent : HttpContent
{
    private volatile bool _wasAsked;

    internal NoContent() => Headers.ContentLength = 0;

    /// <summary>True when the handler has asked for the bytes, which the platform's does before it sends what stands
    /// before them.</summary>
    internal bool WasAsked
    {
        get => _wasAsked;
        set => _wasAsked = value;
    }

    /// <summary>True when a handler has added headers to it.</summary>
    internal bool IsChanged =>
#if NET
        Headers.NonValidated.Count != 1;
#else
        Headers.Count() != 1;
#endif

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasAsked = true;
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    [SuppressMessage("Usage", "CA2215", Justification = "It would be of no use to the next request.")]
    protected override void Dispose(bool disposing)
    {
    }
}
