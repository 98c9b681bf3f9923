namespace Fapi.Sdk.Responses;

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
