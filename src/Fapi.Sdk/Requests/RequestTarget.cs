using System.Buffers.Text;

namespace Fapi.Sdk.Requests;

/// <summary>Path, query and form of a request, percent-encoded, in one pooled buffer: the bytes that are signed are
/// sent.</summary>
internal sealed partial class RequestTarget
{
    private const int UsualLength = 512;
    private const int LargestKept = 8192;

#if NET
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
#endif

    private byte[] _buffer = SmallPool<byte>.Rent(UsualLength);
    private int _length;
    private int _queryStart = -1;
    private int _formStart = -1;

    /// <summary>What is signed so far: the query without <c>?</c>, followed directly by the form. Valid until the
    /// buffer has to grow.</summary>
    internal ReadOnlyMemory<byte> Signed
    {
        get
        {
            var start = _queryStart < 0 ? _formStart : _queryStart;
            return start < 0 ? default : _buffer.AsMemory(start, _length - start);
        }
    }

    internal bool HasForm => _formStart >= 0;

    internal ReadOnlyMemory<byte> Form => HasForm ? _buffer.AsMemory(_formStart, _length - _formStart) : default;

    private ReadOnlySpan<byte> Query =>
        _queryStart < 0 ? default : _buffer.AsSpan(_queryStart, TargetLength - _queryStart);

    private int TargetLength => HasForm ? _formStart : _length;

    internal int Length => _length;

    /// <summary>Drops what was appended after <paramref name="length"/>, so that the next attempt gets its own
    /// stamp.</summary>
    internal void Truncate(int length)
    {
        _length = length;
        if (_queryStart > length)
        {
            _queryStart = -1;
        }
    }

    /// <summary>Puts all parameters that follow into a form.</summary>
    internal RequestTarget BeginForm()
    {
        _formStart = _length;
        return this;
    }

    internal RequestTarget AddPath(string literal)
    {
        Reserve(literal.Length);
#if NET
        Ascii.FromUtf16(literal, _buffer.AsSpan(_length), out var written);
        _length += written;
#else
        _length += Encoding.ASCII.GetBytes(literal, 0, literal.Length, _buffer, _length);
#endif
        return this;
    }

    internal RequestTarget Add(string name, string? value) =>
        value is null ? this : StartParameter(name).AppendEscaped(value, name);

    internal RequestTarget Add(string name, long? value)
    {
        if (value is null)
        {
            return this;
        }

        StartParameter(name);
        Reserve(20);
        Utf8Formatter.TryFormat(value.Value, _buffer.AsSpan(_length), out var written);
        _length += written;
        return this;
    }

    /// <summary>Appends a parameter whose value is ASCII that may need escaping, such as a signature.</summary>
    internal RequestTarget Add(string name, ReadOnlySpan<byte> value)
    {
        StartParameter(name);
        return AppendEscaped(value);
    }

    /// <summary>Makes the address from the encoded bytes, which <see cref="Uri"/> keeps as they are.</summary>
    internal Uri ToUri(string origin)
    {
#if NET
        var text = string.Create(origin.Length + TargetLength, (origin, target: this), static (text, parts) =>
        {
            parts.origin.CopyTo(text);
            Encoding.ASCII.GetChars(
                parts.target._buffer.AsSpan(0, parts.target.TargetLength), text.Slice(parts.origin.Length));
        });
        return new Uri(text, Verbatim);
#else
        // Escapes of reserved and non-ASCII characters, the only ones here, survive the canonicalisation.
        return new Uri(origin + Encoding.ASCII.GetString(_buffer, 0, TargetLength));
#endif
    }

    /// <summary>Empties it for another request; a buffer that has become large is let go.</summary>
    internal void Clear()
    {
        (_length, _queryStart, _formStart) = (0, -1, -1);
        if (_buffer.Length > LargestKept)
        {
            SmallPool<byte>.Return(_buffer);
            _buffer = SmallPool<byte>.Rent(UsualLength);
        }
    }

    private RequestTarget StartParameter(string name)
    {
        if (!HasForm && _queryStart < 0)
        {
            Append((byte)'?');
            _queryStart = _length;
        }
        else if (_length != _formStart)
        {
            Append((byte)'&');
        }

        AppendEscaped(name, name);
        return Append((byte)'=');
    }

    private RequestTarget Append(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
        return this;
    }

    private void Reserve(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Grow(count);
        }
    }

    private void Grow(int count)
    {
        var larger = SmallPool<byte>.Rent(Math.Max(_length + count, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        SmallPool<byte>.Return(_buffer);
        _buffer = larger;
    }
}
