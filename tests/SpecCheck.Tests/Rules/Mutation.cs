using System.Text.RegularExpressions;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>One kind of change at a place that chance picks.</summary>
/// <param name="Pattern">Places of which one is changed.</param>
/// <param name="Change">What stands there instead.</param>
/// <param name="IsEquivalent">True where the meaning stays.</param>
internal sealed record Mutation(
    string Name, string Pattern, Func<Match, Random, string> Change, bool IsEquivalent = false)
{
    public static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));

    /// <summary>Another number with the same number of digits.</summary>
    public static string Number(string number, Random random)
    {
        var from = int.Parse("1".PadRight(number.Length, '0'), null);
        var to = int.Parse(new string('9', number.Length), null);
        var other = random.Next(from, to);
        return $"{(other >= int.Parse(number, null) ? other + 1 : other)}";
    }

    /// <summary>One of several words other than the one that stands there.</summary>
    public static string Other(string word, Random random, params string[] words)
    {
        var others = words.Where(one => one != word).ToArray();
        return others[random.Next(others.Length)];
    }

    public string Apply(string text, Random random)
    {
        var places = Regex.Matches(text, Pattern, RegexOptions.Multiline);
        Assert.True(places.Count > 0, $"{Name}: no place fits {Pattern}");
        var place = places[random.Next(places.Count)];
        var changed = text[..place.Index] + Change(place, random) + text[(place.Index + place.Length)..];
        Assert.True(changed != text, $"{Name}: {place.Value} stayed");
        return changed;
    }
}
