using Fapi.SpecCheck.Facts;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>Changes a page at random, with a fixed seed.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 500;

    private static readonly string Page = new OrchardPage().Markdown();
    private static readonly string Html =
        OrchardPage.Html(
        "<table><tr><th>Name</th><th>Type</th><th>Mandatory</th><th>Description</th></tr><tr><td>tree</td><td>STRING</td><td>YES</td><td></td></tr><tr><td>count</td><td>INT</td><td>NO</td><td>int from 1 to 40</td></tr></table>", "{ \"picked\": 7, \"tree\": \"T1\" }");

    /// <summary>Each fact of the page: the text that states it, and how to look it up.</summary>
    private static readonly (string Name, string Text, Func<SourceFacts, string?> Value)[] Stated =
    [
        ("method", "POST", page => page.Method),
        ("path", "/oapi/v1/apples", page => page.Path),
        ("security", "TRADE", page => page.SecurityType),
        ("weight", "**3**", page => page.Weight?.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("name", "count|", page => page.Parameters.FirstOrDefault(p => p.Name == "count")?.Name),
        ("type", "INT|", page => page.Parameters.FirstOrDefault(p => p.Name == "count")?.Type),
        ("mandatory", "NO|", page => page.Parameters.FirstOrDefault(p => p.Name == "count")?.Mandatory),
        ("minimum", "from 1", page =>
            page.Parameters.FirstOrDefault(p =>
            p.Name == "count")?.Minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("maximum", "to 40", page =>
            page.Parameters.FirstOrDefault(p =>
            p.Name == "count")?.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("example", "\"picked\": 7", page =>
            page.ResponseExamples.Count == 1 ? page.ResponseExamples[0].TryGetProperty("picked", out var picked)
            ? picked.GetRawText() : null : null),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_change_of_a_page_makes_the_reader_throw(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var page = Mutate(i % 2 == 0 ? Page : Html, random, 1 + random.Next(8));
            var facts = PageSummary.Read(page);
            Assert.True(facts.Problems.Count == 0
                || !facts.Problems[0].Contains("in the parser", StringComparison.Ordinal), page);
        }
    }

    /// <summary>
    /// A digit or letter of a fact becomes another one: the fact changes with it, or is not stated any more.
    /// </summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_changed_fact_is_never_read_as_the_old_one(int seed)
    {
        var random = new Random(seed);
        var original = PageSummary.Read(Page);
        for (var i = 0; i < Rounds; i++)
        {
            (var name, var text, var value) = Stated[i % Stated.Length];
            var changed = ChangeOneCharacter(text, random);
            var facts = PageSummary.Read(Page.Replace(text, changed, StringComparison.Ordinal));
            Assert.True(!facts.Recognised || facts.Problems.Count > 0
                || value(facts) != value(original), $"{name}: {text} became {changed} and was read as {value(facts)}");
        }
    }

    [Fact]
    public void Each_fact_that_is_changed_is_stated_by_the_page() =>
        Assert.All(Stated, fact =>
            Assert.True(Page.Contains(fact.Text, StringComparison.Ordinal)
            && fact.Value(PageSummary.Read(Page)) is not null, fact.Name));

    private static string ChangeOneCharacter(string text, Random random)
    {
        int[] places =
            [.. Enumerable.Range(0, text.Length)
            .Where(i =>
            char.IsAsciiLetterUpper(text[i]) || char.IsAsciiDigit(text[i])
            || (text.StartsWith('/') && char.IsAsciiLetter(text[i])) || text == "count|")];
        places = [.. places.Where(i => text[i] != '|')];
        var place = places[random.Next(places.Length)];
        var alphabet = char.IsAsciiDigit(text[place]) ? "0123456789" : char.IsAsciiLetterUpper(text[place])
            ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz";
        var other = alphabet[random.Next(alphabet.Length)];
        return other == text[place] ? ChangeOneCharacter(text, random) : text[..place] + other + text[(place + 1)..];
    }

    private static string Mutate(string page, Random random, int times)
    {
        for (var i = 0; i < times && page.Length > 2; i++)
        {
            var at = random.Next(page.Length - 1);
            var length = random.Next(Math.Min(40, page.Length - at));
            page = random.Next(5) switch
            {
                0 => page.Remove(at, length),
                1 => page.Insert(at, page.Substring(random.Next(page.Length - length), length)),
                2 => page.Insert(at, "|-<>`*[]{}()\\\"'&#\n\t:,;｜，。\u200B\uD800"[random.Next(26)].ToString()),
                3 => page[..at],
                _ => page[..at] + (char)random.Next(32, 0x3000) + page[(at + 1)..],
            };
        }

        return page;
    }
}
