using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fapi.SpecCheck.Pages;

namespace Fapi.SpecCheck.Lock;

/// <summary>One value for everything that a page says, the same for its HTML and its Markdown.</summary>
internal static partial class PageHash
{
    public static string Of(PageFacts page)
    {
        var everything = JsonSerializer.Serialize(new
        {
            page.Title,
            page.Method,
            page.Path,
            page.SecurityType,
            page.Weight,
            page.Parameters,
            Examples = page.ResponseExamples.Select(example => example.ToJsonString()),
            page.ResponseFields,
            page.Codes,
        });
        var bytes = Encoding.UTF8.GetBytes(Blank().Replace(everything, " "));
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }

    [GeneratedRegex(@"(\s|\\[nrt])+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
