using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Responses;

// The tokens of JSON.
internal sealed partial class ValueReader
{
    internal const int MaxDepth = 64;

    // Any number of so many digits fits into a long.
    private const int MaxDigits = 18;
    private const int FewBytes = 1024;

    private readonly byte[] _json;
    private readonly int _start;
    private readonly int _end;
    private readonly RepeatedTexts? _texts;
    private int _position;
    private int _depth;
    private int _name;
    private bool _sawRare;
    private byte[]? _kept;

    /// <param name="json">UTF-8.</param>
    /// <param name="start">Where in it the value is.</param>
    /// <param name="end">Where what is to be read ends.</param>
    internal ValueReader(byte[] json, int start, int end)
    {
        (_json, _start, _end, _position) = (json, start, end, start);
        _texts = end - start < FewBytes ? null : new RepeatedTexts(json);
        SkipBlanks();
    }

    internal bool IsAtEnd => _position == _end;

    private ReadOnlySpan<byte> Rest => _json.AsSpan(_position, _end - _position);

    private bool IsNumber => Peek() is '-' or (>= '0' and <= '9');

    /// <summary>Skips a value, which is JSON.</summary>
    internal void Skip()
    {
        var start = _position;
        _sawRare = false;
        SkipAny();
        if (_sawRare)
        {
            ReadRare(start, isChecked: true);
        }
    }

    /// <exception cref="Newtonsoft.Json.JsonReaderException">There is more than the value.</exception>
    internal void ThrowUnlessAtEnd()
    {
        SkipBlanks();
        if (!IsAtEnd)
        {
            throw Malformed();
        }
    }

    private static T[] Move<T>(T[] items, int count, T[] to)
    {
        Array.Copy(items, to, count);
        Array.Clear(items, 0, count);
        SmallPool<T>.Return(items);
        return to;
    }

    // No byte of JSON is 0.
    private char Peek() => _position < _end ? (char)_json[_position] : '\0';

    private char SkipBlanks()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }

        return Peek();
    }

    private void Begin(char open, string kind)
    {
        if (Peek() != open)
        {
            throw WrongKindAt(_position, kind);
        }

        _position++;
        if (++_depth > MaxDepth)
        {
            throw Malformed();
        }
    }

    /// <summary>Goes on to the next item or field, or behind the end.</summary>
    private bool Next(char open, char close)
    {
        var isFirst = _json[_position - 1] == open;
        var found = SkipBlanks();
        if (found == close)
        {
            _position++;
            _depth--;
            return false;
        }

        if (!isFirst)
        {
            if (found != ',')
            {
                throw Malformed();
            }

            _position++;
            SkipBlanks();
        }

        return true;
    }

    private void SkipColon()
    {
        if (SkipBlanks() != ':')
        {
            throw Malformed();
        }

        _position++;
        SkipBlanks();
    }

    private bool Skip(ReadOnlySpan<byte> literal)
    {
        if (!Rest.StartsWith(literal))
        {
            return false;
        }

        _position += literal.Length;
        return true;
    }

    /// <returns>True when something in it is escaped.</returns>
    private bool SkipText()
    {
        if (Peek() != '"')
        {
            throw Malformed();
        }

        _position++;
        for (var isEscaped = false; ; isEscaped = true)
        {
            var length = Rest.IndexOfAny((byte)'"', (byte)'\\');
            _position = length < 0 ? _end : _position + length + 1;
            if (length < 0)
            {
                throw Malformed();
            }

            if (_json[_position - 1] == '"')
            {
                return isEscaped;
            }

            _position = Math.Min(_position + 1, _end);
        }
    }

    /// <returns>False for what is not just a few digits, which Newtonsoft has to read.</returns>
    private bool SkipNumber(out long digits, out byte decimals)
    {
        var isNegative = Peek() == '-';
        _position += isNegative ? 1 : 0;
        var isZero = Peek() == '0';
        digits = 0;
        var count = SkipDigits(ref digits);
        if (isZero && count > 1)
        {
            throw Malformed();
        }

        var fraction = 0;
        if (Peek() == '.')
        {
            _position++;
            fraction = SkipDigits(ref digits);
        }

        var hasExponent = Peek() is 'e' or 'E';
        if (hasExponent)
        {
            _position++;
            _position += Peek() is '+' or '-' ? 1 : 0;
            SkipDigits(ref digits);
        }

        decimals = (byte)fraction;
        digits = isNegative ? -digits : digits;
        return count + fraction <= MaxDigits && !hasExponent && !(isNegative && digits == 0);
    }

    private int SkipDigits(ref long digits)
    {
        var start = _position;
        for (; Peek() is >= '0' and <= '9' and var digit; _position++)
        {
            digits = unchecked((digits * 10) + digit - '0');
        }

        return _position > start ? _position - start : throw Malformed();
    }

    private void SkipAny()
    {
        switch (Peek())
        {
            case '{':
                for (BeginObject(); Next('{', '}'); SkipAny())
                {
                    _sawRare |= SkipText();
                    SkipColon();
                }

                break;
            case '[':
                for (Begin('[', ""); Next('[', ']');)
                {
                    SkipAny();
                }

                break;
            case '"':
                _sawRare |= SkipText();
                break;
            case not '\0' when Skip("true"u8) || Skip("false"u8) || Skip("null"u8):
                break;
            default:
                _sawRare |= IsNumber ? !SkipNumber(out _, out _) : throw Malformed();
                break;
        }
    }
}
