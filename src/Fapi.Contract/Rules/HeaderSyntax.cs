using System.Buffers;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

// RFC 9110, 5.1 and 5.5; what breaks these can smuggle a further header.
internal static class HeaderSyntax
{
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void Check(
        ContractRule rule,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        FindingSink findings)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            var (name, value) = headers[i];
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token))
            {
                findings.Add(
                    rule,
                    $"header {Excerpt.Shorten(name)}",
                    "a name of letters, digits and the marks of a token",
                    Excerpt.Quote(name));
            }

            if (value.Any(c => char.IsControl(c) && c != '\t'))
            {
                findings.Add(
                    rule,
                    $"header {Excerpt.Shorten(name)}",
                    "a value without control characters",
                    "a value with one");
            }
        }
    }
}
