using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Fapi.Sdk.Http;

/// <summary>Path and query of a request, percent-encoded, in one pooled buffer: the bytes that are signed are the bytes that are sent.</summary>
internal sealed partial class RequestTarget
{
    private const int UsualLength = 512;
    private const int LargestKept = 8192;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualLength);
    private int _length;
    private int _queryStart = -1;

    /// <summary>The bytes so far. What is appended later leaves them valid only until the buffer has to grow.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    internal ReadOnlyMemory<byte> Query => _queryStart < 0 ? default : _buffer.AsMemory(_queryStart, _length - _queryStart);

    internal int Length => _length;

    /// <summary>Forgets what was appended after <paramref name="length"/>, so that the next attempt gets a stamp of its own.</summary>
    internal void Truncate(int length)
    {
        _length = length;
        if (_queryStart > length)
        {
            _queryStart = -1;
        }
    }

    internal RequestTarget AddPath(string literal)
    {
        Reserve(literal.Length);
        _length += Encoding.ASCII.GetBytes(literal, 0, literal.Length, _buffer, _length);
        return this;
    }

    internal RequestTarget AddPathValue(string name, object value)
    {
        var text = QueryValue.Format(name, value);
        if (text is "" or "." or "..")
        {
            throw new ArgumentException($"{name} is '{text}', which would change the path. Nothing was sent.", name);
        }

        return AppendEscaped(text, name);
    }

    internal RequestTarget Add(string name, string? value) => value is null ? this : StartParameter(name).AppendEscaped(value, name);

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

    internal RequestTarget Add(string name, object? value) => value is null ? this : Add(name, QueryValue.Format(name, value));

    /// <summary>Appends one parameter for each value, all of the same name.</summary>
    internal RequestTarget AddEach<T>(string name, IEnumerable<T>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, (object?)value);
        }

        return this;
    }

    /// <summary>Appends one parameter with all values; a comma within a value is escaped, those between values are not.</summary>
    internal RequestTarget AddJoined<T>(string name, IReadOnlyList<T>? values)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            (i == 0 ? StartParameter(name) : Append((byte)',')).AppendEscaped(QueryValue.Format(name, values[i]), name);
        }

        return this;
    }

    /// <summary>Appends a parameter whose value is ASCII that may need escaping, such as a signature.</summary>
    internal RequestTarget Add(string name, ReadOnlySpan<byte> value)
    {
        StartParameter(name);
        return AppendEscaped(value);
    }

    internal bool HasParameter(string name) => TryFind(name, out _);

    /// <returns>Value of a parameter, no longer escaped; null when it is not there.</returns>
    internal string? Find(string name) =>
        TryFind(name, out var value) ? Uri.UnescapeDataString(Encoding.ASCII.GetString(value.ToArray())) : null;

    /// <summary>Empties it for another request; a buffer that has become large is let go.</summary>
    internal void Clear()
    {
        (_length, _queryStart) = (0, -1);
        if (_buffer.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(UsualLength);
        }
    }

    private bool TryFind(string name, out ReadOnlySpan<byte> value)
    {
        var query = Query.Span;
        while (query.Length > name.Length)
        {
            var next = query.IndexOf((byte)'&');
            var parameter = next < 0 ? query : query.Slice(0, next);
            if (parameter.Length > name.Length && parameter[name.Length] == (byte)'=' && Same(parameter.Slice(0, name.Length), name))
            {
                value = parameter.Slice(name.Length + 1);
                return true;
            }

            query = next < 0 ? default : query.Slice(next + 1);
        }

        value = default;
        return false;
    }

    private static bool Same(ReadOnlySpan<byte> bytes, string name)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != name[i])
            {
                return false;
            }
        }

        return true;
    }

    private RequestTarget StartParameter(string name)
    {
        if (_queryStart < 0)
        {
            Append((byte)'?');
            _queryStart = _length;
        }
        else
        {
            Append((byte)'&');
        }

        AppendEscaped(name, name);
        return Append((byte)'=');
    }
}
