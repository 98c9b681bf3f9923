using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterFormatRule()
    : ParameterValueRule(FaultKind.Format, new("parameter-format", "A parameter has the format of its schema."));
