namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads the default: <c>Default 500</c>, <c>default "false"</c>, <c>默认值:500</c>.</summary>
internal static partial class DefaultReader
{
    /// <summary>The default, and the text without what was said of it.</summary>
    public static (string? Default, string Text) Read(string? type, string text, ValueReport report)
    {
        string? found = null;
        var rest = text;
        foreach (Match match in Statement().Matches(text))
        {
            var after = text[(match.Index + match.Length)..];
            if (Value().Match(after) is not { Success: true } value || !IsWhole(type, value, after))
            {
                // "Default gets most recent trades" tells what happens, not a value.
                if (!match.Value.StartsWith("by", StringComparison.OrdinalIgnoreCase)
                    && after.Take(12).Any(c => char.IsAsciiDigit(c) || c is '`' or '"' or '\''))
                {
                    report.Unread("default", match.Value + after);
                }

                continue;
            }

            var text1 = value.Groups["value"].Value.Trim('`', '"', '\'', ' ');
            if (found is not null && found != text1)
            {
                report.Unread("default", text);
            }

            found ??= text1;
            rest = rest.Replace(match.Value + value.Value, ";", StringComparison.Ordinal);
        }

        return (found, rest);
    }

    /// <summary>
    /// True where the value ends where it seems to: <c>7 days</c> and <c>the latest price</c> are none.
    /// </summary>
    private static bool IsWhole(string? type, Match value, string after)
    {
        var text = value.Groups["value"].Value;
        if (text[0] is '`' or '"' or '\'')
        {
            return true;
        }

        var next = after[(value.Index + value.Length)..];
        var ends = next.Length == 0 || next[0] is ',' or ';' or '.' or ')' or '\n' or '(' or '/';
        if (DescriptionText.TryNumber(text, out _))
        {
            return ends || !Unit().IsMatch(next);
        }

        if (DescriptionText.IsNumeric(type))
        {
            return false;
        }

        return ends || text.All(c => char.IsAsciiLetterUpper(c) || c == '_' || char.IsAsciiDigit(c));
    }

    [GeneratedRegex(
        @"\b(by )?defaults?( value)?\b[\s:=]*((is|to|as|of|being)\b[\s:=]*)*|(默认|缺省)(值|为|是|且仅可填|填)*[\s:=]*(为"
        + @"|是)?[\s:=]*",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"^(?<value>`[^`]+`|""[^""]+""|'[^']+'|[-+]?\d+(,\d{3})*(\.\d+)?[A-Za-z_]\w*|[-+]?\d+(,\d{3})*(\.\d+)?"
        + @"|[A-Za-z_][\w\-]*)",
        RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Value();

    [GeneratedRegex(
        @"^\s*(%|[kKmM]\b|day|hour|minute|second|week|month|year|天|小时|分钟|秒|周|个月|月|年)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Unit();
}
