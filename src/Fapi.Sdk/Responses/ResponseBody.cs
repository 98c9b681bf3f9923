#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Requests;

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

        // What the header tells is not what the body opens to, nor always true.
        var expected = Math.Min(content.Headers.ContentLength + 1 ?? 1024, SmallPool<byte>.Largest);
        _buffer = SmallPool<byte>.Rent((int)Math.Min(expected, limit + 1L));
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

    /// <summary>Decodes the body as UTF-8, whatever it is.</summary>
    public override string ToString() => ToString(_length);

    internal string ToString(int maximumBytes) => Encoding.UTF8.GetString(_buffer, 0, Math.Min(_length, maximumBytes));

    internal void Replace(string text)
    {
        SmallPool<byte>.Return(_buffer);
        _buffer = SmallPool<byte>.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length = Encoding.UTF8.GetBytes(text, 0, text.Length, _buffer, 0);
    }

    internal void Clear()
    {
        var buffer = _buffer;
        (_buffer, _length, IsTruncated) = ([], 0, false);
        SmallPool<byte>.Return(buffer);
    }

    private void GrowIfFull(int limit)
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = SmallPool<byte>.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Bytes.CopyTo(larger);
        SmallPool<byte>.Return(_buffer);
        _buffer = larger;
    }
}
