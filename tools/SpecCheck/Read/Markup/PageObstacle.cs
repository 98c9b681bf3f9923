using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Recognises what stands in the place of a page: a shell, a login, a firewall, a notice.</summary>
internal static partial class PageObstacle
{
    private const int ShortPage = 1_500;

    public static string? Find(IHtmlDocument document, IReadOnlyList<Block> blocks)
    {
        // A page that has sections is a page, whatever words it uses.
        if (blocks.OfType<Heading>().Skip(1).Any())
        {
            return null;
        }

        var text = string.Join('\n', blocks.Select(TextOf));
        var shown = document.Title + "\n" + (text.Length > ShortPage ? text[..ShortPage] : text);
        if (document.QuerySelector("meta[http-equiv=refresh i]") is not null || Moved().IsMatch(shown))
        {
            return "The page has moved: there is only a pointer to another address here.";
        }

        if (document.QuerySelector("input[type=password i]") is not null || Login().IsMatch(shown))
        {
            return "This is a login page, not a docs page.";
        }

        if (Firewall().IsMatch(shown))
        {
            return "This is a firewall or bot-check page, not a docs page.";
        }

        if (NotFound().IsMatch(shown))
        {
            return "The site says that there is no such page.";
        }

        if (text.Trim().Length < 200 && document.Scripts.Length > 0)
        {
            return "This is an HTML shell without content: the site builds the page with scripts, which are not run here.";
        }

        return text.Trim().Length == 0 ? "The page is empty." : null;
    }

    private static string TextOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        CodeBlock code => code.Text,
        _ => "",
    };

    [GeneratedRegex(
        @"\b(has|have|was|been) (been )?(permanently )?moved\b|\bmoved permanently\b|\b30[12] (moved|found)\b"
        + @"|已迁移|已移至",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Moved();

    [GeneratedRegex(@"\b(log|sign) ?in\b|登录|登入", RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Login();

    [GeneratedRegex(
        @"\b403\b|forbidden|access denied|request (was |has been )?blocked|captcha|just a moment"
        + @"|attention required|human verification|unusual traffic|checking your browser"
        + @"|web application firewall|访问被拒绝|人机验证",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Firewall();

    [GeneratedRegex(
        @"\b404\b|page (was )?not found|找不到页面|页面不存在",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex NotFound();
}
