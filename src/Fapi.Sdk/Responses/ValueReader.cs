using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response for generated types: strict JSON, but for control characters in texts. What is
/// rare is left to Newtonsoft.</summary>
/// <remarks>Stands at the first byte of a value before it is read, and behind it afterwards.</remarks>
internal sealed partial class ValueReader
{
    /// <summary>Name of the field that was gone on to.</summary>
    internal string Name
    {
        get
        {
            var position = _position;
            _position = _name;
            var name = ReadString();
            _position = position;
            return name;
        }
    }

    internal string ReadString()
    {
        var start = _position;
        if (Peek() == '"' && !SkipText())
        {
            return _texts is null ? Text(start + 1, _position - 1) : _texts.Get(start + 1, _position - start - 2);
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
            : throw WrongKindAt(start, WholeNumber.Kind);
    }

    /// <summary>Reads a whole number however it is written: <c>20</c>, <c>20.0</c>, <c>2e1</c>, <c>"20"</c>.</summary>
    internal long ReadLong()
    {
        var start = _position;
        return IsNumber && SkipNumber(out var number, out var decimals) && decimals == 0 ? number
            : WholeNumber.TryParse(ReadRare(start), out number) ? number
            : throw WrongKindAt(start, WholeNumber.Kind);
    }

    internal decimal ReadDecimal()
    {
        var start = _position;
        if (IsNumber && SkipNumber(out var digits, out var decimals))
        {
            var all = Math.Abs(digits);
            return new decimal((int)all, (int)(all >> 32), 0, digits < 0, decimals);
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
        return Skip("true"u8)
            || (!Skip("false"u8)
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
        var (items, count) = (Array.Empty<T>(), 0);
        while (Next('[', ']'))
        {
            if (count == items.Length)
            {
                items = Move(items, count, SmallPool<T>.Rent(Math.Max(count * 2, 1)));
            }

            items[count++] = read(this);
        }

        return count == 0 ? items : Move(items, count, new T[count]);
    }

    /// <summary>Reads an array, or an item that came without the array around it.</summary>
    internal IReadOnlyList<T> ReadListOrItem<T>(Func<ValueReader, T> read) =>
        Peek() == '[' ? ReadList(read) : [read(this)];

    internal IReadOnlyDictionary<string, T> ReadMap<T>(Func<ValueReader, T> read)
    {
        BeginObject();
        var items = new Dictionary<string, T>();
        while (Next('{', '}'))
        {
            _name = _position;
            SkipText();
            SkipColon();
            items[Name] = read(this);
        }

        return items;
    }

    /// <returns>Where the object is, for the fields of it that the spec does not know.</returns>
    internal int BeginObject()
    {
        Begin('{', "an object");
        return _position - 1;
    }

    /// <summary>Goes on to the value of the next field.</summary>
    /// <param name="names">Fields that the spec knows.</param>
    /// <param name="last">The field before.</param>
    /// <returns>Number of the field; else <see cref="FieldNames.Unknown"/> or <see cref="FieldNames.End"/>.</returns>
    internal int NextField(FieldNames names, int last)
    {
        if (!Next('{', '}'))
        {
            return FieldNames.End;
        }

        var field = names.Find(Rest, last + 1, out var length);
        _name = _position;
        _position += length;
        if (field == FieldNames.Unknown && SkipText())
        {
            field = names.Find(Name);
        }

        SkipColon();
        return field;
    }

    /// <summary>Skips the value of a field that the spec does not know, but lets it be read later.</summary>
    /// <param name="start">Where the object is.</param>
    /// <param name="known">Fields of it that the spec knows.</param>
    /// <param name="fields">The fields that are read later.</param>
    internal void Keep(int start, FieldNames known, ref UnknownFields? fields)
    {
        _kept ??= _json.AsSpan(0, _end).ToArray();
        fields ??= new UnknownFields(_kept, start, known);
        Skip();
    }
}
