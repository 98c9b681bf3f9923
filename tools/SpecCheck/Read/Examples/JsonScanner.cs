namespace Fapi.SpecCheck.Read.Examples;

/// <summary>Moves through the text of an example, past white space and comments.</summary>
internal sealed class JsonScanner(string text)
{
    private const char End = '\0';
    private int _position;

    public char Peek() => _position < text.Length ? text[_position] : End;

    public void Skip() => _position++;

    public void Read(char expected)
    {
        if (Peek() != expected)
        {
            throw Error($"a '{expected}' is missing");
        }

        _position++;
    }

    public FormatException Error(string what) =>
        new($"{what} (line {text.AsSpan(0, Math.Min(_position, text.Length)).Count('\n') + 1} of the example)");

    /// <summary>The next character that is neither white space nor part of a comment.</summary>
    public char SkipSpace()
    {
        while (_position < text.Length)
        {
            if (char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }
            else if (StartsWith("//") || StartsWith("#"))
            {
                SkipPast("\n");
            }
            else if (StartsWith("/*"))
            {
                SkipPast("*/");
            }
            else if (StartsWith("<br>") || StartsWith("<br/>") || StartsWith("<br />"))
            {
                SkipPast(">");
            }
            else
            {
                break;
            }
        }

        return Peek();
    }

    /// <summary>The same past commas of both widths, however many there are.</summary>
    public char SkipSeparators()
    {
        while (SkipSpace() is ',' or '，')
        {
            _position++;
        }

        return Peek();
    }

    /// <summary>
    /// Goes to the next object or array; between two only the word OR, or words without JSON in them, may stand.
    /// </summary>
    public bool SkipToValue()
    {
        while (SkipSpace() is not ('{' or '['))
        {
            if (Peek() == End)
            {
                return false;
            }

            if (Peek() is '}' or ']' or '"' or ',')
            {
                throw Error($"'{Peek()}' stands outside of any object or array");
            }

            _position++;
        }

        return true;
    }

    public string ReadString()
    {
        var close = Peek() == '"' ? '"' : '”';
        _position++;
        var value = new StringBuilder();
        for (; Peek() != close; _position++)
        {
            if (Peek() is End or '\n')
            {
                throw Error("a string does not end on its line");
            }

            value.Append(Peek() == '\\' ? ReadEscape() : Peek());
        }

        _position++;
        return value.ToString();
    }

    /// <summary>A name without quotes, a number or a literal.</summary>
    public string ReadWord()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '_' or '-' or '+' or '.' or '$')
        {
            _position++;
        }

        return text[start.._position];
    }

    private char ReadEscape()
    {
        _position++;
        switch (Peek())
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when _position + 4 < text.Length
                && ushort.TryParse(text.AsSpan(_position + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            case End: throw Error("a string does not end");
            default: return Peek();
        }
    }

    private bool StartsWith(string mark) => text.AsSpan(_position).StartsWith(mark, StringComparison.Ordinal);

    private void SkipPast(string mark)
    {
        var end = text.IndexOf(mark, _position, StringComparison.Ordinal);
        _position = end < 0 ? text.Length : end + mark.Length;
    }
}
