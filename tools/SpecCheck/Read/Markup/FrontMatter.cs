using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>The YAML head that scrapers put before a page.</summary>
internal static class FrontMatter
{
    private const int MaxLines = 100;
    private static readonly string[] AddressKeys =
        ["source_url", "canonical_url", "canonical", "original_url", "url", "source", "link"];

    /// <summary>Splits the head off; without one the lines are all body.</summary>
    public static (PageName? Name, ArraySegment<string> Body) Split(string[] lines)
    {
        var start = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (start < 0 || lines[start].TrimEnd() != "---")
        {
            return (null, lines);
        }

        var end =
            Array.FindIndex(lines, start + 1, Math.Min(MaxLines, lines.Length - start - 1), line =>
            line.TrimEnd() == "---");
        if (end < 0)
        {
            return (null, lines);
        }

        var fields = Fields(string.Join('\n', lines[(start + 1)..end]));
        var address = AddressKeys.Select(key => fields.GetValueOrDefault(key)).FirstOrDefault(PageAddress.IsWeb);
        return (address is null ? null
            : new PageName(address, "its front matter"), new ArraySegment<string>(lines)[(end + 1)..]);
    }

    /// <summary>
    /// Top-level scalars, read as events: a nested or malformed head can't cost more than its length.
    /// </summary>
    private static Dictionary<string, string> Fields(string yaml)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var depth = 0;
            string? key = null;
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                var isTop = parser.Current is Scalar && depth == 3;
                if (!isTop)
                {
                    key = parser.Current is Scalar ? key : null;
                }
                else if (key is null)
                {
                    key = ((Scalar)parser.Current).Value;
                }
                else
                {
                    (fields[key], key) = (((Scalar)parser.Current).Value, null);
                }
            }
        }
        catch (YamlException)
        {
            // What was read before the slip still counts; a page without a name is refused later.
        }

        return fields;
    }
}
