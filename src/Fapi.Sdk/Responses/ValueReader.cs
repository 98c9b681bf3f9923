namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response for generated types: strict JSON, but for control characters in texts. What is
/// rare is left to Newtonsoft.</summary>
/// <remarks>Stands at the first byte of a value before it is read, and behind it afterwards.</remarks>
internal sealed partial class ValueReader
{
    private const int ManyItems = 8;

    private readonly byte[] _json;
    private readonly int _start;
    private readonly int _end;
    private int _position;
    private int _depth;
    private RepeatedTexts? _texts;

    /// <param name="json">UTF-8.</param>
    /// <param name="start">Where in it the value is.</param>
    /// <param name="end">Where what is to be read ends.</param>
    internal ValueReader(byte[] json, int start, int end)
    {
        (_json, _start, _end, _position) = (json, start, end, start);
        SkipBlanks();
    }

    internal string ReadString()
    {
        var start = _position;
        if (Peek() == '"' && !SkipText())
        {
            var (first, length) = (start + 1, _position - start - 2);
            return _texts?.Get(first, length) ?? Encoding.UTF8.GetString(_json, first, length);
        }

        return ReadRare(start) switch
        {
            string text => text,
            bool value => value ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw WrongKindAt(start, "text"),
        };
    }

    internal int ReadInt()
    {
        var start = _position;
        return ReadLong() is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw WrongKindAt(start, Whole);
    }

    /// <summary>Reads a whole number however it is written: <c>20</c>, <c>20.0</c>, <c>2e1</c>, <c>"20"</c>.</summary>
    internal long ReadLong()
    {
        var start = _position;
        return IsNumber && SkipNumber(out var number, out var decimals) && decimals == 0 ? number
            : TryParseWhole(ReadRare(start), out number) ? number
            : throw WrongKindAt(start, Whole);
    }

    internal decimal ReadDecimal()
    {
        var start = _position;
        if (IsNumber && SkipNumber(out var digits, out var decimals))
        {
            var all = Math.Abs(digits);
            return new decimal((int)all, (int)(all >> 32), 0, digits < 0, (byte)decimals);
        }

        return ReadRare(start) switch
        {
            decimal number => number,
            not (null or bool) and var value when decimal.TryParse(
                Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.Float,
                CultureInfo.InvariantCulture, out var number) => number,
            _ => throw WrongKindAt(start, "a number"),
        };
    }

    internal bool ReadBool()
    {
        var start = _position;
        return Skip("true"u8) || (!Skip("false"u8)
            && (ReadRare(start) is string text && bool.TryParse(text, out var value)
                ? value : throw WrongKindAt(start, "true or false")));
    }

    /// <summary>Reads what has no type: text, number, bool, null, or what Newtonsoft has for objects and
    /// arrays.</summary>
    internal object ReadObject() => ReadRare(_position)!;

    /// <returns>False for anything else, which is still to be read.</returns>
    internal bool ReadNull() => Skip("null"u8);

    internal IReadOnlyList<T> ReadList<T>(Func<ValueReader, T> read)
    {
        Begin('[', "an array");
        var items = new List<T>();
        while (Next('[', ']'))
        {
            items.Add(read(this));
            _texts ??= items.Count == ManyItems ? new RepeatedTexts(_json) : null;
        }

        return items;
    }

    /// <summary>Reads an array, or an item that came without the array around it.</summary>
    internal IReadOnlyList<T> ReadListOrItem<T>(Func<ValueReader, T> read) =>
        Peek() == '[' ? ReadList(read) : [read(this)];

    internal IReadOnlyDictionary<string, T> ReadMap<T>(Func<ValueReader, T> read)
    {
        var items = new Dictionary<string, T>();
        for (BeginObject(); NextField(FieldNames.None, FieldNames.Unknown) != FieldNames.End;)
        {
            items[Name] = read(this);
        }

        return items;
    }
}
