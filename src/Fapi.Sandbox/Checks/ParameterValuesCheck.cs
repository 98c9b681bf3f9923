using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>Refuses values that do not fit what the contract says of their parameter.</summary>
internal sealed class ParameterValuesCheck(ErrorTable errors, OperationHandlers handlers) : ICheck
{
    public ExchangeResponse? Check(ExchangeCall call) => call.Operation.Parameters
        .Where(parameter => parameter.In is "query" or "form")
        .Select(parameter => Check(call, parameter))
        .FirstOrDefault(refusal => refusal is not null);

    private ExchangeResponse? Check(ExchangeCall call, ContractParameter parameter)
    {
        var sent = call.Parameters.Find(parameter.Name);
        if (sent is null)
        {
            return parameter.Required ? Malformed(parameter) : null;
        }

        if (sent.Value is not { } value || !IsLegal(parameter, value))
        {
            return errors.Refuse("ILLEGAL_CHARS", $"Illegal characters found in parameter '{parameter.Name}'.");
        }

        if (value.Length == 0)
        {
            return parameter.Required
                ? Malformed(parameter)
                : errors.Refuse("PARAM_EMPTY", $"Parameter '{parameter.Name}' is empty.");
        }

        return parameter.Type is "integer" or "number"
            ? CheckNumber(call, parameter, value)
            : InEnum(parameter, value) && (parameter.Type != "boolean" || bool.TryParse(value, out _)) ? null
            : Invalid(parameter);
    }

    private ExchangeResponse? CheckNumber(ExchangeCall call, ContractParameter parameter, string value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(value, style, CultureInfo.InvariantCulture, out var number))
        {
            return Malformed(parameter);
        }

        if (parameter.Type == "integer" && value.Contains('.'))
        {
            return errors.Refuse("BAD_PRECISION", $"Parameter '{parameter.Name}' has to be a whole number.");
        }

        return number < parameter.Minimum || number > parameter.Maximum
            ? handlers.For(call.Operation).OutOfRange(parameter, value) ?? Invalid(parameter)
            : null;
    }

    private ExchangeResponse Malformed(ContractParameter parameter) => parameter.Required
        ? errors.RefuseMissing(parameter.Name)
        : Invalid(parameter);

    private ExchangeResponse Invalid(ContractParameter parameter) =>
        errors.Refuse("INVALID_PARAMETER", $"Data sent for parameter '{parameter.Name}' is not valid.");

    private static bool InEnum(ContractParameter parameter, string value) =>
        parameter.Enum.Count == 0 || parameter.Enum.Any(e => e.ToString() == value);

    // Letters of any script are legal: names in Chinese exist. A signature in base64 has been checked already.
    private static bool IsLegal(ContractParameter parameter, string value) =>
        parameter.IsSignature || parameter.Type is not "string" ||
        value.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is '_' or '-' or '.' ||
            Rune.GetUnicodeCategory(r) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
