using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Fapi.Contract.Schemas;

// RFC 3339, which OpenAPI prescribes for date-time; the stock check also takes a thirteenth month and a date alone.
internal sealed class DateTimeFormat : IFormatValidator
{
    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public string Format => "date-time";

    public bool IsValid(string value, JTokenType tokenType) =>
        value.Length is > 10 and <= 40
        && (value[^1] is 'Z' or 'z' || value is [.., '+' or '-', _, _, ':', _, _])
        && DateTimeOffset.TryParseExact(
            value.ToUpperInvariant(),
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);
}
