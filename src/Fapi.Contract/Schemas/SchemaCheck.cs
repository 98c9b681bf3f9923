using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Fapi.Contract.Schemas;

// A schema of the document, ready to check values. The schema comes with Bind, once all of the document are read.
internal sealed class SchemaCheck(OpenApiValidator forRequests, OpenApiValidator forResponses)
{
    private JsonSchema schema = new();

    public void Bind(JsonSchema bound) => schema = bound.ActualSchema;

    public IReadOnlyList<SchemaFault> Check(JToken value, bool isRequest)
    {
        var errors = (isRequest ? forRequests : forResponses).Validate(value, schema, SchemaType.OpenApi3);
        return errors.Count == 0 ? [] : FaultReader.Read(errors);
    }
}
