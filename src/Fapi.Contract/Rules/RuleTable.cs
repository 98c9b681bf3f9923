using Fapi.Contract.Messages;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

// Every rule there is. An id that once stood here is never given to another rule.
internal static class RuleTable
{
    // Of a request, whether it matches an operation or not.
    public static readonly Rule<RequestFacts>[] Targets =
    [
        new("request-target",
            "The target starts with a path, is at most 65536 characters long and holds only characters of a URL.",
            TargetRules.Target),
        new("header-syntax", "Header names are tokens, and header values hold no control characters.",
            facts => HeaderRules.Syntax(facts.Request.Headers)),
        new("percent-encoding", "Names and values are percent-encoded UTF-8.", TargetRules.PercentEncoding),
        new("operation-unknown", "The path is one of the document.", TargetRules.OperationUnknown),
        new("method-undocumented", "The path takes the method.", TargetRules.MethodUndocumented),
    ];

    // Of a request for an operation.
    public static readonly Rule<RequestFacts>[] Requests =
    [
        .. Targets,
        new("parameter-missing", "Every required parameter is sent.",
            facts => ParameterRules.Missing(facts.Documented)),
        new("parameter-undocumented", "Every query parameter and form field is one of the document.",
            ParameterRules.Undocumented),
        new("parameter-repeated", "No parameter is sent twice, arrays that are sent item by item apart.",
            ParameterRules.Repeated),
        new("parameter-style", "An array is sent in the style of the document.", ParameterRules.Style),
        Value("parameter-type", "A parameter has the type of its schema.", FaultKind.Type),
        Value("parameter-format", "A parameter has the format of its schema.", FaultKind.Format),
        Value("parameter-range", "A number keeps to minimum, maximum and multipleOf.", FaultKind.Range),
        Value("parameter-enum", "A parameter is one of the values that its schema lists.", FaultKind.Enum),
        Value("parameter-length", "A text keeps to minLength and maxLength.", FaultKind.Length),
        Value("parameter-pattern", "A text matches the pattern of its schema.", FaultKind.Pattern),
        Value("parameter-items", "An array keeps to minItems, maxItems and uniqueItems.", FaultKind.Items),
        Value("parameter-schema", "A value keeps to the structure of its schema: its properties and its alternatives.",
            FaultKind.Shape),
        new("signature-last", "A parameter with x-signature: true is the last of the parameters.",
            ParameterRules.SignatureLast),
        new("security-missing", "The credentials of one security alternative are sent.", SecurityRules.Missing),
        new("security-unexpected", "No credential is sent to an operation that does not ask for it.",
            SecurityRules.Unexpected),
        new("security-repeated", "A credential is sent once.", SecurityRules.Repeated),
        new("request-body-missing", "A required body is sent.", BodyRules.RequestMissing),
        new("request-body-unexpected", "No body is sent to an operation that takes none.", BodyRules.RequestUnexpected),
        new("request-content-type",
            "The content type of the body is one of the document, and is not sent when the operation takes no body.",
            BodyRules.RequestContentType),
        new("request-body-syntax", "The body can be read as its content type says.",
            facts => BodyRules.Syntax(facts.Body)),
        new("request-body-schema", "A JSON body fits its schema.",
            facts => BodyRules.Schema(facts.Body, isRequest: true)),
    ];

    public static readonly Rule<ResponseFacts>[] Responses =
    [
        new("status-undocumented", "The status is one of the document.", HeaderRules.StatusUndocumented),
        new("response-header-syntax",
            "Header names of a response are tokens, and header values hold no control characters.",
            facts => HeaderRules.Syntax(facts.Response.Headers)),
        new("response-header-missing", "Every required header of the response is there.",
            facts => ParameterRules.Missing(facts.Headers)),
        new("response-header-repeated", "A documented header of the response comes once, lists apart.",
            HeaderRules.Repeated),
        new("response-header-value", "A documented header of the response fits its schema.", HeaderRules.Value),
        new("response-content-type", "The content type of the response is one of the document.",
            BodyRules.ResponseContentType),
        new("response-body-missing", "A response with a documented content type has a body.",
            BodyRules.ResponseMissing),
        new("response-body-unexpected", "A response without a documented content type has no body.",
            BodyRules.ResponseUnexpected),
        new("response-body-syntax", "The body of the response can be read as its content type says.",
            facts => BodyRules.Syntax(facts.Body)),
        new("response-body-schema", "A JSON body of the response fits its schema.",
            facts => BodyRules.Schema(facts.Body, isRequest: false)),
    ];

    private static Rule<RequestFacts> Value(string id, string description, FaultKind kind) =>
        new(id, description, facts => facts.Values.Length == 0 ? [] : ParameterRules.Value(facts, kind));
}
