using Newtonsoft.Json.Linq;
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
