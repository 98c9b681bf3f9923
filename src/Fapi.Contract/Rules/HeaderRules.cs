using System.Buffers;
using Fapi.Contract.Findings;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class HeaderRules
{
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // RFC 9110, 5.1 and 5.5; what breaks these can smuggle a further header.
    public static void Syntax(IReadOnlyList<KeyValuePair<string, string>> headers, FindingSink findings)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            var (name, value) = headers[i];
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token))
            {
                findings.Add(
                    $"header {Excerpt.Shorten(name)}",
                    "a name of letters, digits and the marks of a token",
                    Excerpt.Quote(name));
            }

            if (value.Any(c => char.IsControl(c) && c != '\t'))
            {
                findings.Add(
                    $"header {Excerpt.Shorten(name)}", "a value without control characters", "a value with one");
            }
        }
    }

    public static void StatusUndocumented(ResponseFacts facts, FindingSink findings)
    {
        if (facts.Plan is null)
        {
            var documented = string.Join(", ", facts.Operation.Operation.Responses.Select(r => r.Status));
            findings.Add("status", $"one of {documented}", $"{facts.Response.Status}");
        }
    }

    public static void Missing(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Headers)
        {
            if (header.Parameter.Required && facts.Response.Headers.Find(header.Parameter.Name) is null)
            {
                findings.Add(header.Location, "a value, it is required", "nothing");
            }
        }
    }

    public static void Repeated(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Headers)
        {
            var times = facts.Response.Headers.Count(header.Parameter.Name);
            if (times > 1 && !header.Shape.IsArray)
            {
                findings.Add(header.Location, "one value", $"{times}");
            }
        }
    }

    public static void Value(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Headers)
        {
            if (facts.Response.Headers.Find(header.Parameter.Name) is not { } text)
            {
                continue;
            }

            var pair = new WireParameter("header", header.Parameter.Name, text.Trim(), text.Trim());
            foreach (var fault in header.Schema.Check(ValueReader.Read(header, [pair]), isRequest: false))
            {
                findings.Add(
                    header.Location,
                    fault.Expected,
                    header.Parameter.IsSecret ? Excerpt.Masked : fault.Actual);
            }
        }
    }
}
