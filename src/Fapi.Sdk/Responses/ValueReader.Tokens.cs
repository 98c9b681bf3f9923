using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Responses;

// The tokens of JSON.
internal sealed partial class ValueReader
{
    internal const int MaxDepth = 64;

    // Any number of so many digits fits into a long.
    private const int MaxDigits = 18;

    internal bool IsAtEnd => _position == _end;

    private bool IsNumber => Peek() is '-' or (>= '0' and <= '9');

    private ReadOnlySpan<byte> Rest => _json.AsSpan(_position, _end - _position);

    /// <exception cref="Newtonsoft.Json.JsonReaderException">There is more than the value.</exception>
    internal void ThrowUnlessAtEnd()
    {
        SkipBlanks();
        if (!IsAtEnd)
        {
            throw Malformed();
        }
    }

    // No byte of JSON is 0.
    private char Peek() => _position < _end ? (char)_json[_position] : '\0';

    // A tenth of the time, if it is called.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }
    }

    private void Begin(char open, string kind)
    {
        if (!Skip(open))
        {
            throw WrongKindAt(_position, kind);
        }

        if (++_depth > MaxDepth)
        {
            throw Malformed();
        }
    }

    /// <summary>Goes on to the next item or field, or behind the end.</summary>
    private bool Next(char open, char close)
    {
        var isFirst = _json[_position - 1] == open;
        SkipBlanks();
        if (!isFirst && Skip(','))
        {
            SkipBlanks();
            return true;
        }

        if (Skip(close))
        {
            _depth--;
            return false;
        }

        return isFirst ? true : throw Malformed();
    }

    private void SkipColon()
    {
        SkipBlanks();
        if (!Skip(':'))
        {
            throw Malformed();
        }

        SkipBlanks();
    }

    private bool Skip(char sign)
    {
        var isThere = Peek() == sign;
        _position += isThere ? 1 : 0;
        return isThere;
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
        if (!Skip('"'))
        {
            throw Malformed();
        }

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

            if ("\"\\/bfnrtu"u8.IndexOf((byte)Peek()) < 0)
            {
                throw Malformed();
            }

            _position++;
        }
    }

    /// <returns>False for what is not just a few digits, which Newtonsoft has to read.</returns>
    private bool SkipNumber(out long digits, out int decimals)
    {
        (digits, decimals) = (0, 0);
        var isNegative = Skip('-');
        var isZero = Peek() == '0';
        var count = SkipDigits(ref digits);
        if (isZero && count > 1)
        {
            throw Malformed();
        }

        if (Skip('.'))
        {
            decimals = SkipDigits(ref digits);
        }

        var hasExponent = Skip('e') || Skip('E');
        if (hasExponent)
        {
            _ = Skip('+') || Skip('-');
            SkipDigits(ref digits);
        }

        digits = isNegative ? -digits : digits;
        return count + decimals <= MaxDigits && !hasExponent;
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
}
