using Fapi.SpecCheck.Rules;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Report;

/// <summary>Reads waivers: a list with <c>rule</c>, <c>location</c>, <c>reason</c> and <c>until</c>.</summary>
internal static class WaiverFile
{
    private static readonly string[] Keys = ["rule", "location", "reason", "until"];

    /// <exception cref="WrongInputException">An entry is not complete.</exception>
    public static WaiverList Parse(string text, string file)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents switch
            {
                [] => new WaiverList(file, []),
                [{ RootNode: YamlSequenceNode list }] =>
                    new WaiverList(file, [.. list.Select(item => Read(file, item))]),
                [{ RootNode: var root }, ..] => throw Broken(file, root, "a list of waivers was expected"),
            };
        }
        catch (YamlException error)
        {
            throw new WrongInputException($"{file} line {error.Start.Line}: {Sentence.FirstLine(error.Message)}.");
        }
    }

    private static Waiver Read(string file, YamlNode item)
    {
        var map =
            (item as YamlMappingNode)?.Children.ToDictionary(one => one.Key.ToString(), one => one.Value.ToString())
            ?? throw Broken(file, item, $"a waiver has the keys {string.Join(", ", Keys)}");
        if (map.Keys.Except(Keys).FirstOrDefault() is { } unknown)
        {
            throw Broken(file, item, $"`{unknown}` is not a key of a waiver; those are {string.Join(", ", Keys)}");
        }

        if (Keys.FirstOrDefault(key => string.IsNullOrWhiteSpace(map.GetValueOrDefault(key))) is { } missing)
        {
            throw Broken(file, item, $"the waiver lacks `{missing}`");
        }

        if (RuleTable.Find(map["rule"]) is null)
        {
            throw Broken(file, item, $"there is no rule `{map["rule"]}`; `spec-check rules` lists them");
        }

        if (!DateOnly.TryParseExact(map["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var until))
        {
            throw Broken(file, item, $"`until` is `{map["until"]}`, not a date such as 2027-01-31");
        }

        return new Waiver(map["rule"], map["location"], map["reason"], until, (int)item.Start.Line);
    }

    private static WrongInputException Broken(string file, YamlNode node, string why) =>
        new($"{file} line {node.Start.Line}: {why}.");
}
