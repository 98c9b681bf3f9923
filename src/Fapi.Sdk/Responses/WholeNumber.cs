namespace Fapi.Sdk.Responses;

/// <summary>Makes whole numbers of what Newtonsoft read.</summary>
internal static class WholeNumber
{
    internal const string Kind = "a whole number that fits";

    internal static bool TryParse(object? value, out long number)
    {
        if (value is long whole)
        {
            number = whole;
            return true;
        }

        var given = value as decimal?
            ?? (decimal.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed : null);
        var fits = given is >= long.MinValue and <= long.MaxValue && decimal.Truncate(given.Value) == given;
        number = fits ? (long)given!.Value : 0;
        return fits;
    }
}
