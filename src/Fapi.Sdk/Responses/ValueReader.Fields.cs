namespace Fapi.Sdk.Responses;

// The fields of objects.
internal sealed partial class ValueReader
{
    private int _name;
    private byte[]? _kept;

    /// <summary>Name of the field that was gone on to, while its value was not read.</summary>
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
        if (field != FieldNames.Unknown)
        {
            SkipBlanks();
            return field;
        }

        var isEscaped = SkipText();
        field = isEscaped || Peek() != ':' ? names.Find(Name) : field;
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
