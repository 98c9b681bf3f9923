using System.Buffers;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class HeaderRules
{
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(code => (char)code).Where(c => char.IsControl(c) && c != '\t')]);

    // RFC 9110, 5.1 and 5.5; what breaks these can smuggle a further header.
    public static IEnumerable<Found> Syntax(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token))
            {
                yield return new(
                    $"header {Excerpt.Shorten(name)}",
                    "a name of letters, digits and the marks of a token",
                    Excerpt.Quote(name));
            }

            if (value.AsSpan().ContainsAny(Control))
            {
                yield return new(
                    $"header {Excerpt.Shorten(name)}", "a value without control characters", "a value with one");
            }
        }
    }

    public static IEnumerable<Found> StatusUndocumented(ResponseFacts facts) =>
        facts.Plan is null
            ?
            [
                new("status",
                    $"one of {string.Join(", ", facts.Operation.Operation.Responses.Select(r => r.Status))}",
                    $"{facts.Response.Status}"),
            ]
            : [];

    public static IEnumerable<Found> Repeated(ResponseFacts facts) =>
        from header in facts.Headers
        where header is { Times: > 1, Plan.Shape.IsArray: false }
        select new Found(header.Plan.Location, "one value", $"{header.Times}");

    public static IEnumerable<Found> Value(ResponseFacts facts) =>
        from header in facts.Headers
        from fault in header.Faults(isRequest: false)
        select new Found(header.Plan.Location, fault.Expected, header.Plan.Shown(fault));
}
