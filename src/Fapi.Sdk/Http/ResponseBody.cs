using System.Buffers;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace Fapi.Sdk.Http;

/// <summary>The body of an answer in a pooled buffer, no longer than a limit.</summary>
internal sealed class ResponseBody
{
    private byte[] _buffer = [];
    private int _length;

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    internal byte[] Buffer => _buffer;

    internal int Length => _length;

    /// <summary>Whether the body went on after the limit; the rest was not read.</summary>
    internal bool IsTruncated { get; private set; }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    internal async ValueTask ReadAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        Clear();
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(content?.Headers.ContentLength + 1 ?? 1024, limit + 1L));
        if (content is null)
        {
            return;
        }

#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        await FillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
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

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow(limit);
            }

#if NET
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(_buffer, _length, _buffer.Length - _length, cancellationToken).ConfigureAwait(false);
#endif
            _length += read;
            if (_length > limit)
            {
                _length = limit;
                IsTruncated = true;
                return;
            }

            if (read == 0)
            {
                return;
            }
        }
    }

    private void Grow(int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
