#if NET
using System.Buffers;
#endif

namespace Fapi.Sdk.Requests;

/// <summary>Path, query and form of a request, percent-encoded, in one pooled buffer: the bytes that are signed are
/// sent.</summary>
internal sealed partial class RequestTarget
{
    private const int UsualLength = 512;
    private const int LargestKept = 8192;

    // All other characters are percent-encoded.
    private const string Unreserved = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

#if NET
    private static readonly SearchValues<char> UnreservedChars = SearchValues.Create(Unreserved);
    private static readonly SearchValues<byte> UnreservedBytes = SearchValues.Create(
        Encoding.ASCII.GetBytes(Unreserved));
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
#endif

    private byte[] _buffer = SmallPool<byte>.Rent(UsualLength);
    private int _length;
    private int _queryStart = -1;
    private int _formStart = -1;

    /// <summary>What is signed so far: the query without <c>?</c>, followed directly by the form. Valid until the
    /// buffer has to grow.</summary>
    internal ReadOnlyMemory<byte> Signed =>
        _queryStart < 0 ? Form : _buffer.AsMemory(_queryStart, _length - _queryStart);

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

    private RequestTarget AppendEscaped(string value, string name)
    {
#if NET
        // Most values are sent as they are.
        if (!value.AsSpan().ContainsAnyExcept(UnreservedChars))
        {
            return AddPath(value);
        }
#endif
        try
        {
            return AppendEscaped(StrictUtf8.GetBytes(value));
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException(
                $"{name} holds half of a surrogate pair, which is not a character. Nothing was sent.", name);
        }
    }

    private RequestTarget AppendEscaped(ReadOnlySpan<byte> value)
    {
#if NET
        if (!value.ContainsAnyExcept(UnreservedBytes))
        {
            Reserve(value.Length);
            value.CopyTo(_buffer.AsSpan(_length));
            _length += value.Length;
            return this;
        }
#endif
        const string hex = "0123456789ABCDEF";
        foreach (var b in value)
        {
            if (Unreserved.AsSpan().IndexOf((char)b) >= 0)
            {
                Append(b);
            }
            else
            {
                Append((byte)'%').Append((byte)hex[b >> 4]).Append((byte)hex[b & 0xF]);
            }
        }

        return this;
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
