#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Responses;

/// <summary>Body of a response, up to a limit. Keeps a buffer of the usual length, pools a longer one.</summary>
internal sealed class ResponseBody
{
    private const int UsualLength = 1024;

    private byte[] _buffer = [];
    private int _length;

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    internal byte[] Buffer => _buffer;

    internal int Length => _length;

    /// <summary>True when the body is longer than the limit; the rest was not read.</summary>
    internal bool IsTruncated { get; private set; }

    /// <summary>Reads the body; makes a task only where something has to be waited for.</summary>
    internal ValueTask ReadAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        Clear();
        if (content is null)
        {
            return default;
        }

        // The length that the header tells is not what the body opens to, nor always true.
        Reserve(UsualLength);
#if NET
        var opening = content.ReadAsStreamAsync(cancellationToken);
#else
        var opening = content.ReadAsStreamAsync();
#endif
        return opening.Status == TaskStatus.RanToCompletion
            ? ReadAsync(opening.Result, limit, cancellationToken)
            : OpenAndReadAsync(opening, limit, cancellationToken);
    }

    /// <summary>Decodes the body as UTF-8, whatever it is.</summary>
    public override string ToString() => ToString(_length);

    internal string ToString(int maximumBytes) => Encoding.UTF8.GetString(_buffer, 0, Math.Min(_length, maximumBytes));

    internal void Replace(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length = Encoding.UTF8.GetBytes(text, 0, text.Length, _buffer, 0);
    }

    internal void Clear()
    {
        (_length, IsTruncated) = (0, false);
        if (_buffer.Length > UsualLength)
        {
            SmallPool<byte>.Return(_buffer);
            _buffer = [];
        }
    }

    private async ValueTask OpenAndReadAsync(Task<Stream> opening, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(await opening.ConfigureAwait(false), limit, cancellationToken).ConfigureAwait(false);

    private ValueTask ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = ReadMoreAsync(stream, limit, cancellationToken);
            if (!reading.IsCompletedSuccessfully)
            {
                return ReadOnAsync(reading, stream, limit, cancellationToken);
            }

            if (IsAtEnd(reading.Result, limit))
            {
                return default;
            }
        }
    }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask ReadOnAsync(
        ValueTask<int> reading, Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (!IsAtEnd(await reading.ConfigureAwait(false), limit))
        {
            reading = ReadMoreAsync(stream, limit, cancellationToken);
        }
    }

    private ValueTask<int> ReadMoreAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length)
        {
            Reserve((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        }

#if NET
        return stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
#else
        return new(stream.ReadAsync(_buffer, _length, _buffer.Length - _length, cancellationToken));
#endif
    }

    private bool IsAtEnd(int read, int limit)
    {
        _length += read;
        IsTruncated = _length > limit;
        _length = Math.Min(_length, limit);
        return read == 0 || IsTruncated;
    }

    private void Reserve(int length)
    {
        if (_buffer.Length >= length)
        {
            return;
        }

        var larger = SmallPool<byte>.Rent(length);
        Bytes.CopyTo(larger);
        SmallPool<byte>.Return(_buffer);
        _buffer = larger;
    }
}
