namespace Fapi.Sandbox.Checks;

/// <summary>Refuses parameters that the contract does not have, or not with such a value.</summary>
internal sealed class ParameterChecks(ErrorTable errors, ContractDocument document)
{
    private const string TooMany = "TOO_MANY_PARAMETERS";
    private const int Most = 100;

    private readonly HashSet<string> _known =
        [.. document.Operations.SelectMany(o => o.Parameters).Select(p => p.Name)];

    /// <summary>-1101 for a parameter that was sent twice, or for more parameters than any operation takes.</summary>
    /// <remarks>The same parameter in query and body is not a duplicate: the query wins.</remarks>
    public ExchangeResponse? CheckCount(ExchangeCall call)
    {
        var all = call.Parameters.All;
        return all.Count > Most
                ? errors.Refuse(TooMany, $"Too many parameters; at most {Most}, received {all.Count}.")
            : all.DistinctBy(p => (p.Name, p.InBody)).Count() < all.Count
                ? errors.Refuse(TooMany, "A parameter was sent twice.")
            : null;
    }

    /// <summary>Refuses parameters that the operation does not take.</summary>
    /// <remarks>
    /// -1106 for one that the contract knows, but not for this operation; -1101 when the operation takes none at all;
    /// -1103 for a single unknown one; -1104 for several.
    /// </remarks>
    public ExchangeResponse? CheckNames(ExchangeCall call)
    {
        var (expected, sent) = (call.Operation.Parameters, call.Parameters.All);
        var unread = sent.Where(s => !expected.Any(e => e.Name == s.Name)).ToList();
        return unread.Count == 0 ? null
            : unread.Find(p => _known.Contains(p.Name)) is { } known
                ? errors.Refuse("PARAM_NOT_REQUIRED", $"Parameter '{known.Name}' was sent when not required.")
            : expected.Count == 0
                ? errors.Refuse(TooMany, $"Too many parameters; expected '0', received '{sent.Count}'.")
            : unread.Count == 1 ? errors.Refuse("UNKNOWN_PARAM")
            : errors.Refuse("UNREAD_PARAMETERS",
                $"Not all parameters were read; read '{sent.Count - unread.Count}' but received '{sent.Count}'.");
    }

    /// <summary>Refuses values that do not fit what the contract says of their parameter.</summary>
    public ExchangeResponse? CheckValues(ExchangeCall call) => call.Operation.Parameters
        .Where(parameter => parameter.In is "query" or "form")
        .Select(parameter => CheckValue(parameter, call.Parameters.Find(parameter.Name)))
        .FirstOrDefault(refusal => refusal is not null);

    private ExchangeResponse? CheckValue(ContractParameter parameter, SentParameter? sent) => sent switch
    {
        null => parameter.Required ? Malformed(parameter) : null,
        { Value: var value } when value is null || !IsLegal(parameter, value) =>
            errors.Refuse("ILLEGAL_CHARS", $"Illegal characters found in parameter '{parameter.Name}'."),
        { Value: "" } => parameter.Required
            ? Malformed(parameter)
            : errors.Refuse("PARAM_EMPTY", $"Parameter '{parameter.Name}' is empty."),
        { Value: var number } when parameter.Type is "integer" or "number" => CheckNumber(parameter, number!),
        { Value: var text } => Fits(parameter, text!) ? null : Invalid(parameter),
    };

    private ExchangeResponse? CheckNumber(ContractParameter parameter, string value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return !decimal.TryParse(value, style, CultureInfo.InvariantCulture, out var number) ? Malformed(parameter)
            : parameter.Type == "integer" && value.Contains('.')
                ? errors.Refuse("BAD_PRECISION", $"Parameter '{parameter.Name}' has to be a whole number.")
            : !(number < parameter.Minimum || number > parameter.Maximum) ? null
            : parameter.Name == "leverage" ? errors.RefuseLeverage(value)
            : Invalid(parameter);
    }

    private ExchangeResponse Malformed(ContractParameter parameter) => parameter.Required
        ? errors.RefuseMissing(parameter.Name)
        : Invalid(parameter);

    private ExchangeResponse Invalid(ContractParameter parameter) =>
        errors.Refuse("INVALID_PARAMETER", $"Data sent for parameter '{parameter.Name}' is not valid.");

    private static bool Fits(ContractParameter parameter, string value) =>
        (parameter.Enum.Count == 0 || parameter.Enum.Any(e => e.ToString() == value)) &&
        (parameter.Type != "boolean" || bool.TryParse(value, out _));

    // Letters of any script are legal: names in Chinese exist. A signature in base64 has been checked already.
    private static bool IsLegal(ContractParameter parameter, string value) =>
        parameter.IsSignature || parameter.Type is not "string" ||
        value.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is '_' or '-' or '.' ||
            Rune.GetUnicodeCategory(r) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
