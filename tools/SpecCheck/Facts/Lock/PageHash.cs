using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>One value for everything that a page says, the same for its HTML and its Markdown.</summary>
internal static partial class PageHash
{
    public static string Compute(SourceFacts page)
    {
        if (page.Hash is { } known)
        {
            return known;
        }

        var everything = FactsJson.From(page);
        everything.Remove("source");
        everything["codes"] = new JsonArray([.. page.Codes.Select(code => JsonValue.Create(code))]);
        var bytes = Encoding.UTF8.GetBytes(Blank().Replace(everything.ToJsonString(), " "));
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }

    [GeneratedRegex(@"(\s|\\[nrt])+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
