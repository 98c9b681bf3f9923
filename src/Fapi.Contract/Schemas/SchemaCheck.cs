using NJsonSchema;

namespace Fapi.Contract.Schemas;

// A schema of the document, which checks values once the whole document is loaded.
internal sealed class SchemaCheck(JsonSchema schema, OpenApiValidator forRequests, OpenApiValidator forResponses)
{
    public IReadOnlyList<SchemaFault> Check(JToken value, bool isRequest)
    {
        var errors = (isRequest ? forRequests : forResponses).Validate(value, schema, SchemaType.OpenApi3);
        return errors.Count == 0 ? [] : FaultReader.Read(errors);
    }
}

internal enum FaultKind
{
    Type, Format, Range, Enum, Length, Pattern, Items, Shape,
}

// One way in which a value does not fit its schema; the pointer is relative to the value.
internal readonly record struct SchemaFault(FaultKind Kind, string Pointer, string Expected, string Actual);
