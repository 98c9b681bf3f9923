using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterLengthRule()
    : ParameterValueRule(FaultKind.Length, new("parameter-length", "A text keeps to minLength and maxLength."));
