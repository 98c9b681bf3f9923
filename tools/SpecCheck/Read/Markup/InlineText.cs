using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Collects the running text of a block: inline code in backticks, line breaks as newlines.</summary>
internal sealed class InlineText
{
    /// <summary>Stands before text that is struck out, raised or hidden; a character that no page writes.</summary>
    public const string Mark = "\uE0FE";

    private readonly StringBuilder _text = new();
    private bool _space;

    /// <summary>The bold text with which the block begins.</summary>
    public string? Lead { get; private set; }

    public bool IsEmpty => _text.Length == 0;

    public static string Read(INode node)
    {
        var text = new InlineText();
        text.Add(node, 0);
        return text.ToString();
    }

    public void Add(INode node, int depth)
    {
        switch (node)
        {
            case IText text:
                Append(text.Data);
                break;
            case IElement element when depth < HtmlBlocks.MaxDepth && !HtmlBlocks.IsHidden(element):
                AddElement(element, depth);
                break;
        }
    }

    public override string ToString() => _text.ToString().TrimEnd();

    private void AddElement(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                Break();
                return;
            case "code":
                // A pipe in code within a Markdown table has to be escaped, and keeps its backslash.
                Append("`" + element.TextContent.Trim().Replace(@"\|", "|", StringComparison.Ordinal) + "`");
                return;
            case "strong" or "b" when IsEmpty:
                AddChildren(element, depth);
                Lead ??= ToString();
                return;
        }

        if (HtmlBlocks.IsAltered(element) && element.TextContent.Trim().Length > 0)
        {
            Append(Mark);
        }

        // A type such as LIST<LONG> whose brackets the page forgot to escape.
        if (element is IHtmlUnknownElement)
        {
            Append($"<{element.LocalName}>");
        }

        AddChildren(element, depth);
        if (HtmlBlocks.IsBlock(element))
        {
            Break();
        }
    }

    private void AddChildren(IElement element, int depth)
    {
        foreach (var child in element.ChildNodes)
        {
            Add(child, depth + 1);
        }
    }

    private void Append(string data)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            if (c == '<' && IsWrittenBreak(data.AsSpan(i), out var length))
            {
                Break();
                i += length - 1;
            }
            else if (char.IsWhiteSpace(c))
            {
                _space = true;
            }
            else if (!PageText.IsInvisible(c))
            {
                if (_space && _text.Length > 0 && _text[^1] != '\n')
                {
                    _text.Append(' ');
                }

                _space = false;
                _text.Append(c);
            }
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

    /// <summary>Markdown is read without raw HTML, so a line break in a cell arrives as text.</summary>
    private static bool IsWrittenBreak(ReadOnlySpan<char> text, out int length)
    {
        length = text[..Math.Min(text.Length, 8)].IndexOf('>') + 1;
        return length > 0 && text[1..(length - 1)].TrimEnd(" /").Equals("br", StringComparison.OrdinalIgnoreCase);
    }
}
