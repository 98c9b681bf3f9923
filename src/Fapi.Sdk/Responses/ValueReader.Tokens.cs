using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Responses;

// The tokens of JSON.
internal sealed partial class ValueReader
{
    internal const int MaxDepth = 64;

    private readonly byte[] _json;
    private readonly int _start;
    private readonly int _end;
    private int _position;
    private int _depth;

    /// <param name="json">UTF-8.</param>
    /// <param name="start">Where in it the value is.</param>
    /// <param name="end">Where what is to be read ends.</param>
    internal ValueReader(byte[] json, int start, int end)
    {
        (_json, _start, _end, _position) = (json, start, end, start);
        SkipBlanks();
    }

    internal bool IsAtEnd => _position == _end;

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
}
