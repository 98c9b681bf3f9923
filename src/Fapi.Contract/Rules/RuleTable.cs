namespace Fapi.Contract.Rules;

// Every rule there is. An id that once stood here is never given to another rule.
internal static class RuleTable
{
    public static readonly ITargetRule[] Targets =
    [
        new RequestTargetRule(),
        new HeaderSyntaxRule(),
        new PercentEncodingRule(),
        new OperationUnknownRule(),
        new MethodUndocumentedRule(),
    ];

    public static readonly IRequestRule[] Requests =
    [
        new ParameterMissingRule(),
        new ParameterUndocumentedRule(),
        new ParameterRepeatedRule(),
        new ParameterStyleRule(),
        new ParameterTypeRule(),
        new ParameterFormatRule(),
        new ParameterRangeRule(),
        new ParameterEnumRule(),
        new ParameterLengthRule(),
        new ParameterPatternRule(),
        new ParameterItemsRule(),
        new ParameterShapeRule(),
        new SignatureLastRule(),
        new SecurityMissingRule(),
        new SecurityUnexpectedRule(),
        new SecurityRepeatedRule(),
        new RequestBodyMissingRule(),
        new RequestBodyUnexpectedRule(),
        new RequestContentTypeRule(),
        new RequestBodySyntaxRule(),
        new RequestBodySchemaRule(),
    ];

    public static readonly IResponseRule[] Responses =
    [
        new StatusUndocumentedRule(),
        new ResponseHeaderSyntaxRule(),
        new ResponseHeaderMissingRule(),
        new ResponseHeaderRepeatedRule(),
        new ResponseHeaderValueRule(),
        new ResponseContentTypeRule(),
        new ResponseBodyMissingRule(),
        new ResponseBodyUnexpectedRule(),
        new ResponseBodySyntaxRule(),
        new ResponseBodySchemaRule(),
    ];
}
