using System.Globalization;

namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Facts of one language of a page when it was read: names and numbers, none of its sentences.</summary>
internal sealed class LockedPage
{
    public string Source { get; set; } = "";

    public string Language { get; set; } = "";

    /// <summary>Date on which it was read, as <c>2026-11-22</c>.</summary>
    public string Read { get; set; } = "";

    /// <summary>Of everything that the reader understood, wording and example values included.</summary>
    public string Hash { get; set; } = "";

    public string Method { get; set; } = "";

    public string Path { get; set; } = "";

    public string? SecurityType { get; set; }

    /// <summary>One number, or <c>varies</c> with the numbers that the page names.</summary>
    public string? Weight { get; set; }

    public SortedDictionary<string, LockedParameter> Parameters { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// JSON types by response field; a field that was seen with several has them joined by <c>or</c>.
    /// </summary>
    public SortedDictionary<string, string> Response { get; set; } = new(StringComparer.Ordinal);

    public List<int> Codes { get; set; } = [];

    public static LockedPage From(SourceFacts page, DateOnly read) => new()
    {
        Source = page.Address ?? page.Source,
        Language = page.Language ?? "",
        Read = read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Hash = PageHash.Compute(page),
        Method = page.Method ?? "",
        Path = page.Path ?? "",
        SecurityType = page.SecurityType,
        Weight = page.Weight is { } weight ? FactTable.WeightText(weight) : null,
        Parameters = Sorted(page.Parameters.DistinctBy(one => one.Name), one => one.Name, LockedParameter.From),
        Response = Sorted(
            page.ResponseFields.GroupBy(field => field.Name),
            field => field.Key,
            field => string.Join(LockedTypes.Separator, field.Select(one => one.Type).Distinct().Order())),
        Codes = [.. page.Codes.Distinct().OrderDescending()],
    };

    /// <summary>The facts as the rules take them; without sentences and examples.</summary>
    public SourceFacts ToFacts() => new()
    {
        Source = Source,
        Address = Source,
        Language = Language,
        Recognised = true,
        Method = Method,
        Path = Path,
        SecurityType = SecurityType,
        Weight = Weight is null
            ? null
            : new WeightFact(Weight, int.TryParse(Weight, CultureInfo.InvariantCulture, out var value) ? value : null),
        Parameters = [.. Parameters.Select(one => one.Value.ToFact(one.Key))],
        ResponseFields = [.. Response.SelectMany(field =>
            field.Value.Split(LockedTypes.Separator).Select(type => new ResponseFieldFact(field.Key, type)))],
        Codes = Codes,
    };

    private static SortedDictionary<string, TValue> Sorted<T, TValue>(
        IEnumerable<T> items, Func<T, string> key, Func<T, TValue> value) =>
        new(items.ToDictionary(key, value), StringComparer.Ordinal);
}

internal static class LockedTypes
{
    public const string Separator = " or ";
}
