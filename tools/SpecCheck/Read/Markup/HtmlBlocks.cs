using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Takes the content of an HTML element apart into headings, paragraphs, code and tables.</summary>
internal sealed class HtmlBlocks
{
    /// <summary>
    /// Deeper than any page that people write; the limit keeps a hostile one from using up the stack.
    /// </summary>
    public const int MaxDepth = 200;

    private readonly List<Block> _blocks = [];
    private InlineText _inline = new();

    private HtmlBlocks()
    {
    }

    public bool IsTooDeep { get; private set; }

    public static (IReadOnlyList<Block> Blocks, bool IsTooDeep) Read(IElement root)
    {
        var reader = new HtmlBlocks();
        reader.AddChildren(root, 0);
        reader.EndParagraph();
        return (reader._blocks, reader.IsTooDeep);
    }

    public static bool IsHidden(IElement element) =>
        element.LocalName is "script" or "style" or "svg" or "nav" or "button" or "template" or "noscript" or "footer"
            or "aside"
        || element.GetAttribute("aria-hidden") == "true";

    /// <summary>True for an element whose text a reader does not see as it stands there.</summary>
    public static bool IsAltered(IElement element) =>
        element.LocalName is "del" or "s" or "strike" or "sup" or "sub"
        || element.HasAttribute("hidden")
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) is true;

    public static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "section" or "article" or "main" or "ul" or "ol" or "li" or "dl" or "dt"
            or "dd"
            or "blockquote" or "details" or "summary" or "header" or "figure" or "hr" or "body" or "form";

    private void AddChildren(INode node, int depth)
    {
        if (depth > MaxDepth)
        {
            IsTooDeep = true;
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element && !IsHidden(element)
                && (IsBlock(element) || IsStructure(element) || HoldsBlocks(element)))
            {
                AddBlock(element, depth);
            }
            else
            {
                _inline.Add(child, depth);
            }
        }
    }

    private static bool IsStructure(IElement element) =>
        element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "table";

    /// <summary>An inline element around blocks, such as a custom element around the whole page.</summary>
    private static bool HoldsBlocks(IElement element) =>
        element.Children.Length > 0
            && element.Children.Any(c => IsBlock(c) || IsStructure(c) || c is IHtmlUnknownElement);

    private void AddBlock(IElement element, int depth)
    {
        EndParagraph();
        switch (element.LocalName)
        {
            case "table":
                _blocks.Add(HtmlTable.Read((IHtmlTableElement)element));
                break;
            case "pre":
                _blocks.Add(new CodeBlock(CodeText(element)));
                break;
            case ['h', >= '1' and <= '6']:
                _blocks.Add(ReadHeading(element));
                break;
            default:
                if (IsAltered(element) && element.TextContent.Trim().Length > 0)
                {
                    _blocks.Add(new Paragraph(InlineText.Mark, null));
                }

                AddChildren(element, depth + 1);
                EndParagraph();
                break;
        }
    }

    private void EndParagraph()
    {
        var text = _inline.ToString();
        if (text.Length > 0)
        {
            _blocks.Add(new Paragraph(text, _inline.Lead));
        }

        _inline = new InlineText();
    }

    private static Heading ReadHeading(IElement element)
    {
        var link = element.GetElementsByTagName("a")
            .FirstOrDefault(a => a.HasAttribute("href") && a.TextContent.Trim() is "" or "#" or "¶");
        var text = InlineText.Read(element).TrimEnd('#', '¶', ' ');
        var href = link?.GetAttribute("href");
        return new Heading(
            element.LocalName[1] - '0',
            text.Replace('\n', ' '),
            element.Id is { Length: > 0 } id ? id : href?.Split('#') is [_, { Length: > 0 } fragment]
                ? Uri.UnescapeDataString(fragment) : null,
            href is null || href.StartsWith('#') ? null : href);
    }

    private static string CodeText(IElement pre)
    {
        var text = new StringBuilder();
        foreach (var node in pre.GetDescendants())
        {
            if (node is IText t)
            {
                text.Append(t.Data);
            }
            else if (node is IHtmlBreakRowElement)
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
