namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads bounds, default and enumeration out of the description of a parameter, in either language.</summary>
internal static partial class DescriptionReader
{
    private const int MaxLength = 4_000;

    public static ValueFacts Read(string name, string? type, string description, List<string> problems)
    {
        if (description.Length > MaxLength)
        {
            problems.Add(
                $"{name}: its description has {description.Length:N0} characters; bounds, default and values are not read from it.");
            return new ValueFacts();
        }

        // What an example or a pattern shows is neither a bound nor a list of values.
        var text = Pattern().Replace(Example().Replace(DescriptionText.Normalise(description), ";"), "");
        var report = new ValueReport(name, problems);
        (var byDefault, var rest) = DefaultReader.Read(type, text, report);
        var values = EnumReader.Read(type, rest, report);
        var bounds = values is null ? BoundsReader.Read(type, rest, report) : default;
        return new ValueFacts(bounds.Minimum, bounds.Maximum, byDefault, values);
    }

    [GeneratedRegex(
        @"(\be\.?g\.?[ ,:]|\bfor example\b|\bexamples?:|\bsuch as\b|比如|例如|\beg:)[^;\n]*",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Example();

    [GeneratedRegex(@"`\^[^`]*`", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Pattern();
}
