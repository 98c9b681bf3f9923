using System.Buffers.Text;

namespace Fapi.Sdk.Requests;

// What is put into path, query and form, and what is found there.
internal sealed partial class RequestTarget
{
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

    internal RequestTarget AddPathValue(string name, object value)
    {
        var text = QueryValue.Format(name, value);
        if (text is "" or "." or "..")
        {
            throw new ArgumentException($"{name} is '{text}', which would change the path. Nothing was sent.", name);
        }

        return AppendEscaped(text, name);
    }

    internal RequestTarget Add(string name, object? value) =>
        value is null ? this : Add(name, QueryValue.Format(name, value));

    /// <summary>Appends one parameter for each value, all of the same name.</summary>
    internal RequestTarget AddEach<T>(string name, IEnumerable<T>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, (object?)value);
        }

        return this;
    }

    /// <summary>Appends one parameter with all values; a comma within a value is escaped, those between are
    /// not.</summary>
    internal RequestTarget AddJoined<T>(string name, IReadOnlyList<T>? values)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            (i == 0 ? StartParameter(name) : Append((byte)',')).AppendEscaped(QueryValue.Format(name, values[i]), name);
        }

        return this;
    }

    internal bool HasParameter(string name) => TryFind(name, out _);

    /// <returns>Value of a parameter, no longer escaped; null when it is not there.</returns>
    internal string? Find(string name) =>
        TryFind(name, out var value) ? Uri.UnescapeDataString(Encoding.ASCII.GetString(value.ToArray())) : null;

    /// <returns>Null when the parameter was not sent. Case does not count: the exchange answers in its own.</returns>
    internal bool? Has(string name, string value) =>
        !TryFind(name, out var sent)
            ? null
            : Same(sent, value) || string.Equals(Find(name), value, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when the parameter was not sent.</returns>
    internal bool? Has(string name, long value) =>
        !TryFind(name, out var sent)
            ? null
            : Utf8Parser.TryParse(sent, out long number, out var used) && used == sent.Length && number == value;

    private bool TryFind(string name, out ReadOnlySpan<byte> value) =>
        TryFind(Query, name, out value) || TryFind(Form.Span, name, out value);

    private static bool TryFind(ReadOnlySpan<byte> query, string name, out ReadOnlySpan<byte> value)
    {
        while (query.Length > name.Length)
        {
            var next = query.IndexOf((byte)'&');
            var parameter = next < 0 ? query : query.Slice(0, next);
            if (parameter.Length > name.Length && parameter[name.Length] == (byte)'='
                && Same(parameter.Slice(0, name.Length), name))
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
#if NET
        return Ascii.Equals(bytes, name);
#else
        if (bytes.Length != name.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != name[i])
            {
                return false;
            }
        }

        return true;
#endif
    }
}

/// <summary>Compares what a response repeats of its request with what was sent.</summary>
/// <param name="Target">The request.</param>
/// <param name="Difference">The first difference, in words; null without one.</param>
internal readonly record struct Echo(RequestTarget Target, string? Difference = null)
{
    internal Echo Check(string parameter, string? value) =>
        Difference is not null || value is null || Target.Has(parameter, value) is not false ? this
        : this with { Difference = $"{parameter} is '{value}' and '{Target.Find(parameter)}' was asked for" };

    internal Echo Check(string parameter, long? value) =>
        Difference is not null || value is null || Target.Has(parameter, value.Value) is not false ? this
        : Check(parameter, value.Value.ToString(CultureInfo.InvariantCulture));

    internal Echo Check(string parameter, bool? value) =>
        Check(parameter, value is null ? null : value.Value ? "true" : "false");
}
