using System.Net;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>Markup that is put together from templates; what is no markup itself is encoded.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html From(FormattableString template) => new(string.Format(
        CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(Encode)]));

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> item) =>
        new(string.Concat(items.Select(one => item(one).Markup)));

    /// <summary>The template where a condition holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> content) => condition ? content() : new Html("");

    private static string? Encode(object? part) =>
        part is Html html ? html.Markup : WebUtility.HtmlEncode(part?.ToString());
}
