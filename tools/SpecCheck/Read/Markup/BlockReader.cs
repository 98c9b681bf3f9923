using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Takes an HTML element apart into headings, paragraphs, code and tables.</summary>
/// <param name="isFlat">True for the text of one cell or heading, in which blocks are no more than lines.</param>
internal sealed partial class BlockReader(bool isFlat)
{
    /// <summary>Stands before text that is struck out, raised or hidden; a character that no page writes.</summary>
    public const string Mark = "\uE0FE";

    private static readonly HashSet<string> Hidden =
        ["script", "style", "svg", "nav", "button", "template", "noscript", "footer", "aside", "head", "title"];
    private static readonly HashSet<string> Containers =
    [
        "p", "div", "section", "article", "main", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "details",
        "summary", "header", "figure", "body", "form", "tr", "tbody", "thead", "tfoot", "pre", "table", "hr", "h1",
        "h2", "h3", "h4", "h5", "h6",
    ];

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private string? _lead;
    private bool _space;

    /// <exception cref="InsufficientExecutionStackException">The element nests others too deep.</exception>
    public static List<Block> Read(IElement root)
    {
        var reader = new BlockReader(isFlat: false);
        reader.Visit(root);
        reader.EndParagraph();
        return reader._blocks;
    }

    private static string TextOf(IElement element)
    {
        var reader = new BlockReader(isFlat: true);
        reader.Visit(element);
        return reader._text.ToString().Trim();
    }

    private void Visit(INode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is IText text)
        {
            Append(text.Data);
        }
        else if (node is IElement element && !Hidden.Contains(element.LocalName)
            && element.GetAttribute("aria-hidden") != "true")
        {
            VisitElement(element);
        }
    }

    private void VisitElement(IElement element)
    {
        var isContainer = Containers.Contains(element.LocalName);
        if (isContainer)
        {
            EndParagraph();
        }

        Append(IsAltered(element) && element.TextContent.Trim().Length > 0 ? Mark : "");
        if (element.LocalName == "br")
        {
            Break();
        }
        else if (element.LocalName == "code" && (isFlat || element.Closest("pre") is null))
        {
            Append($"`{element.TextContent.Trim()}`");
        }
        else if (!isFlat && StructureOf(element) is { } block)
        {
            EndParagraph();
            _blocks.Add(block);
        }
        else
        {
            VisitChildren(element);
        }

        if (isContainer)
        {
            EndParagraph();
        }
    }

    private void VisitChildren(IElement element)
    {
        // A type such as LIST<LONG> whose brackets the page forgot to escape.
        Append(element is IHtmlUnknownElement && !element.LocalName.Contains('-') ? $"<{element.LocalName}>" : "");
        var leads = _text.Length == 0 && element.LocalName is "strong" or "b";
        foreach (var child in element.ChildNodes)
        {
            Visit(child);
        }

        _lead = leads ? _lead ?? _text.ToString().TrimEnd() : _lead;
    }

    private void EndParagraph()
    {
        if (isFlat)
        {
            Break();
            return;
        }

        if (_text.ToString().TrimEnd() is { Length: > 0 } text)
        {
            _blocks.Add(new Block(BlockKind.Paragraph, text, Lead: _lead));
        }

        _text.Clear();
        (_lead, _space) = (null, false);
    }

    private void Append(string data)
    {
        foreach (var c in data.Where(c => !PageText.IsInvisible(c)))
        {
            if (!char.IsWhiteSpace(c))
            {
                _text.Append(_space && _text.Length > 0 && _text[^1] != '\n' ? " " : "").Append(c);
            }

            _space = char.IsWhiteSpace(c);
        }
    }

    private void Break()
    {
        _space = false;
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }
}
