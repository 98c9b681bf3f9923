namespace Fapi.Sdk.Responses;

// Values that are skipped, or whose end is looked for.
internal sealed partial class ValueReader
{
    // Any number of so many digits fits into a long.
    private const int MaxDigits = 18;

    private bool _sawRare;

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

    private void SkipAny()
    {
        switch (Peek())
        {
            case '{':
                for (Begin('{', ""); Next('{', '}'); SkipAny())
                {
                    _sawRare |= SkipText();
                    SkipColon();
                }

                break;
            case '[':
                for (Begin('[', ""); Next('[', ']'); SkipAny())
                {
                }

                break;
            case '"':
                _sawRare |= SkipText();
                break;
            default:
                if (!Skip("true"u8) && !Skip("false"u8) && !Skip("null"u8))
                {
                    _sawRare |= IsNumber ? !SkipNumber(out _, out _) : throw Malformed();
                }

                break;
        }
    }
}
