namespace Fapi.Sandbox.Http;

/// <summary>Writes the first half of what it is given, then, after a pause, the second half or nothing.</summary>
/// <remarks>
/// With less than its Content-Length written, the server ends the connection behind what was sent. The base class only
/// stands in for the members of a stream that a server does not call.
/// </remarks>
internal sealed class HalvingStream(Stream inner, Func<Task<bool>> pause) : MemoryStream
{
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var half = buffer.Length / 2;
        await inner.WriteAsync(buffer[..half], cancellationToken).ConfigureAwait(false);
        await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (await pause().ConfigureAwait(false))
        {
            await inner.WriteAsync(buffer[half..], cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
}
