using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterTypeRule()
    : ParameterValueRule(FaultKind.Type, new("parameter-type", "A parameter has the type of its schema."));
