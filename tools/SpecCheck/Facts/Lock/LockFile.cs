using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Reads and writes the lock as YAML.</summary>
internal static class LockFile
{
    private const string Heading = """
        # What the documentation pages said when they were last read: facts and numbers, by page and
        # language. Written by `spec-check lock PAGE…`; a diff of this file is a change report of the docs.

        """;

    /// <exception cref="WrongInputException">The text is no lock.</exception>
    public static DocsLock Parse(string text, string file)
    {
        try
        {
            var content = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .Build()
                .Deserialize<Content?>(text);
            var pages = content?.Pages ?? throw Broken(file, "it holds no pages");
            return new DocsLock(pages.Select(page => Complete(file, page)));
        }
        catch (YamlException error)
        {
            throw Broken(file,
                $"line {error.Start.Line}: {Sentence.FirstLine((error.InnerException ?? error).Message)}");
        }
    }

    public static string Write(DocsLock content)
    {
        var yaml = new SerializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
            .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
            .WithIndentedSequences()
            .WithNewLine("\n")
            .Build()
            .Serialize(new Content { Pages = [.. content.Pages] });
        return Heading.ReplaceLineEndings("\n") + yaml;
    }

    private static LockedPage Complete(string file, LockedPage page)
    {
        var missing = new[]
        {
            (nameof(page.Source), page.Source), (nameof(page.Language), page.Language), (nameof(page.Hash), page.Hash),
            (nameof(page.Method), page.Method), (nameof(page.Path), page.Path),
        }.Where(one => string.IsNullOrEmpty(one.Item2)).Select(one => one.Item1.ToLowerInvariant()).ToList();
        if (missing.Count > 0)
        {
            throw Broken(file, $"an entry lacks {string.Join(", ", missing)}");
        }

        return DateOnly.TryParseExact(page.Read, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? page
            : throw Broken(file, $"`read` of {page.Source} is `{page.Read}`, not a date such as 2026-11-22");
    }

    private static WrongInputException Broken(string file, string why) =>
        new($"{file} is not a lock that can be read: {why}. Restore it, or write it anew with `spec-check lock PAGE…`.");

    private sealed class Content
    {
        public List<LockedPage>? Pages { get; set; }
    }
}
