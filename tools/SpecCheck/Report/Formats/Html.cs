using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>Builds HTML as a tree, so that nothing of a page can become markup.</summary>
internal sealed class Html
{
    private readonly IDocument _document;

    public Html(string language, string title, string css)
    {
        _document = new HtmlParser().ParseDocument("");
        _document.DocumentElement.SetAttribute("lang", language);
        _document.Head!.Append(
            Node("meta").With("charset", "utf-8"),
            Node("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            Node("meta").With("http-equiv", "Content-Security-Policy")
                .With("content", "default-src 'none'; style-src 'unsafe-inline'"),
            Node("meta").With("name", "color-scheme").With("content", "light dark"),
            Node("title", null, title),
            Node("style", null, css));
    }

    public IElement Body => _document.Body!;

    /// <param name="content">Nodes, or text that is encoded; null for nothing.</param>
    public IElement Node(string name, string? css = null, params object?[] content)
    {
        var element = _document.CreateElement(name);
        if (css is not null)
        {
            element.ClassName = css;
        }

        foreach (var part in content.Where(part => part is not null))
        {
            element.Append(part as INode ?? _document.CreateTextNode(part!.ToString()!));
        }

        return element;
    }

    public void Write(TextWriter output) => output.WriteLine("<!doctype html>\n" + _document.DocumentElement.ToHtml());
}

internal static class ElementExtensions
{
    public static IElement With(this IElement element, string attribute, string value)
    {
        element.SetAttribute(attribute, value);
        return element;
    }
}
