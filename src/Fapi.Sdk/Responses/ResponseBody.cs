using System.Buffers;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace Fapi.Sdk.Responses;

/// <summary>Body of a response in a pooled buffer, up to a limit.</summary>
internal sealed class ResponseBody
{
    private byte[] _buffer = [];
    private int _length;

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    internal byte[] Buffer => _buffer;

    internal int Length => _length;

    /// <summary>True when the body is longer than the limit; the rest was not read.</summary>
    internal bool IsTruncated { get; private set; }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    internal async ValueTask ReadAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        Clear();
        if (content is null)
        {
            return;
        }

        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength + 1 ?? 1024, limit + 1L));
#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        int read;
        do
        {
            GrowIfFull(limit);
#if NET
            read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
#else
            read = await stream.ReadAsync(
                _buffer, _length, _buffer.Length - _length, cancellationToken).ConfigureAwait(false);
#endif
            _length += read;
            IsTruncated = _length > limit;
        }
        while (read > 0 && !IsTruncated);
        _length = Math.Min(_length, limit);
    }

    internal void Clear()
    {
        var buffer = _buffer;
        (_buffer, _length, IsTruncated) = ([], 0, false);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void GrowIfFull(int limit)
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
