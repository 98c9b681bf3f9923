using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

// Objects, by their fields.
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

    /// <summary>Throws unless the object that ends here has the field.</summary>
    internal void Require(string name, bool isThere)
    {
        if (!isThere)
        {
            using var reader = Replay();
            throw new JsonSerializationException(
                $"Field '{(reader.Path.Length == 0 ? name : $"{reader.Path}.{name}")}' is missing.");
        }
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

/// <summary>Names of the fields of one type, as they stand in a response.</summary>
internal sealed class FieldNames(params string[] names)
{
    /// <summary>Stands for a field that the spec does not know, and for the one before the first.</summary>
    internal const int Unknown = -1;

    /// <summary>Stands for the end of the object.</summary>
    internal const int End = -2;

    internal static readonly FieldNames None = new();

    private readonly byte[][] _quoted = [.. names.Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];

    /// <param name="json">Begins with the quote before the name.</param>
    /// <param name="guess">Number of the field that is likely: the exchange keeps the order of the spec.</param>
    /// <param name="length">Length of the name with its quotes and the colon.</param>
    internal int Find(ReadOnlySpan<byte> json, int guess, out int length)
    {
        for (var i = 0; i < _quoted.Length; i++, guess++)
        {
            guess = guess < _quoted.Length ? guess : 0;
            var name = _quoted[guess];
            if (json.StartsWith(name))
            {
                length = name.Length;
                return guess;
            }
        }

        length = 0;
        return Unknown;
    }

    internal int Find(string name) => Array.IndexOf(names, name);
}

/// <summary>Fields of an object that the spec does not know: kept as they came, and parsed when they are asked
/// for.</summary>
internal sealed class UnknownFields
{
    private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>();

    private readonly byte[] _response = [];
    private readonly int _start;
    private readonly FieldNames _known = null!;
    private IDictionary<string, object>? _byName;

    /// <param name="response">The whole response, which was read to its end without an error.</param>
    /// <param name="start">Where in it the object is.</param>
    /// <param name="known">Fields that the spec knows.</param>
    internal UnknownFields(byte[] response, int start, FieldNames known) =>
        (_response, _start, _known) = (response, start, known);

    private UnknownFields(IDictionary<string, object> byName) => _byName = byName;

    internal IDictionary<string, object> ByName => _byName ??= Read();

    internal static IReadOnlyDictionary<string, object> ReadOnly(IDictionary<string, object>? fields) =>
        fields is null ? None : (IReadOnlyDictionary<string, object>)fields;

    internal static UnknownFields? From(IDictionary<string, object>? fields) => fields is null ? null : new(fields);

    private Dictionary<string, object> Read()
    {
        var fields = new Dictionary<string, object>();
        var reader = new ValueReader(_response, _start, _response.Length);
        reader.BeginObject();
        for (var field = FieldNames.Unknown; (field = reader.NextField(_known, field)) != FieldNames.End;)
        {
            if (field == FieldNames.Unknown)
            {
                fields[reader.Name] = reader.ReadObject();
            }
            else
            {
                reader.Skip();
            }
        }

        return fields;
    }
}
