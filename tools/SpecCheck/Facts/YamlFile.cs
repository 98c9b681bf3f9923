using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace Fapi.SpecCheck.Facts;

/// <summary>Reads and writes files of ours, in YAML.</summary>
internal static partial class YamlFile
{
    private static readonly DateOnlyConverter Dates = new(CultureInfo.InvariantCulture, false, "yyyy-MM-dd");

    /// <summary>Reads a file that has every required member and no unknown one; null for an empty file.</summary>
    /// <param name="advice">What to do where it can't be read; a sentence.</param>
    /// <exception cref="WrongInputException">It can't be read; the message names file and line.</exception>
    public static T? Read<T>(string text, string file, string advice)
    {
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(Dates)
                .WithEnforceRequiredMembers()
                .Build()
                .Deserialize<T?>(text);
        }
        catch (YamlException error)
        {
            // The library names our types, which say nothing to whoever wrote the file.
            var why = error.InnerException is null or FormatException
                ? Types().Replace((error.InnerException ?? error).Message, "").TrimEnd('.', ' ')
                : "something else was expected here";
            throw new WrongInputException($"{file} can't be read, line {error.Start.Line}: {why}. {advice}");
        }
    }

    public static string Write(object content) => new SerializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(Dates)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
        .WithIndentedSequences()
        .WithNewLine("\n")
        .Build()
        .Serialize(content);

    [GeneratedRegex(
        @"( on type '| in source yaml| \(at Line|, got '|\n).*",
        RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Types();
}
