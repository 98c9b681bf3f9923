namespace Fapi.SpecCheck.Facts;

/// <summary>Compares addresses of pages: the same page has an address per language, form and spelling.</summary>
internal static partial class PageAddress
{
    public static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsWeb(uri);

    public static bool IsWeb(Uri address) => address.Scheme is "https" or "http";

    /// <summary>The part of a path that is the same in either language and form; null for no address.</summary>
    public static string? IdentityOf(string address)
    {
        if (!Uri.TryCreate(new Uri("https://site.invalid/"), address, out var uri) || !IsWeb(uri))
        {
            return null;
        }

        var path = Suffix().Replace(Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/'), "");
        return Locale().Replace(path, "/", 1).Trim('/').ToLowerInvariant();
    }

    /// <summary>The language that an address asks for; null for one outside of the docs or without a page.</summary>
    public static string? LanguageOf(Uri? address) =>
        address is null ? null : address.AbsolutePath.Contains("/zh-CN/", StringComparison.OrdinalIgnoreCase)
            ? Languages.Chinese : Languages.English;

    [GeneratedRegex(@"(\.md|\.html?|/index)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Suffix();

    [GeneratedRegex("/(zh-CN|en)/", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Locale();
}

/// <summary>The two languages of the docs.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-CN";
}
