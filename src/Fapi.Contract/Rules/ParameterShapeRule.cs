using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterShapeRule()
    : ParameterValueRule(
        FaultKind.Shape,
        new("parameter-schema", "A value keeps to the structure of its schema: its properties and its alternatives."));
