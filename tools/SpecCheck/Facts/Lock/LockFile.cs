using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Reads and writes the lock as YAML.</summary>
internal static class LockFile
{
    private const string Heading = """
        # What the official schema and the documentation pages said when they were last read: facts by name, for each
        # operation and source. Written by `spec-check lock FILE…`; a diff of this file is a change report of the docs.

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
            var sources = content?.Sources ?? throw Broken(file, "it holds no sources");
            return new DocsLock(sources.Select(one => Complete(file, one)));
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
            .Serialize(new Content { Sources = [.. content.Sources] });
        return Heading.ReplaceLineEndings("\n") + yaml;
    }

    private static LockedSource Complete(string file, LockedSource one)
    {
        var missing = new[]
        {
            (nameof(one.Operation), one.Operation), (nameof(one.Source), one.Source), (nameof(one.Hash), one.Hash),
        }.Where(part => string.IsNullOrEmpty(part.Item2)).Select(part => part.Item1.ToLowerInvariant()).ToList();
        if (missing.Count > 0)
        {
            throw Broken(file, $"an entry lacks {string.Join(", ", missing)}");
        }

        return DateOnly.TryParseExact(one.Read, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? one
            : throw Broken(file, $"`read` of {one.Source} is `{one.Read}`, not a date such as 2026-11-22");
    }

    private static WrongInputException Broken(string file, string why) =>
        new(
            $"{file} is not a lock that can be read: {why}. Restore it, or write it anew with `spec-check lock "
                + "FILE…`.");

    private sealed class Content
    {
        public List<LockedSource>? Sources { get; set; }
    }
}
