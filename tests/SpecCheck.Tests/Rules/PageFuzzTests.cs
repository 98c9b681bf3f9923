using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>Changes one character of one fact at random, in both languages: never "no drift".</summary>
public sealed class PageFuzzTests
{
    private const int Rounds = 36;

    /// <summary>Text that states a fact in both languages, and what of it is changed.</summary>
    private static readonly (string Text, string Fact)[] Facts =
    [
        ("POST `", "POST"),
        ("`/fapi/v1/leverage`", "fapi/v1/leverage"),
        ("(TRADE)", "TRADE"),
        ("**1**", "1"),
        ("symbol| STRING", "symbol"),
        ("symbol| STRING", "STRING"),
        ("STRING| YES", "YES"),
        ("leverage| INT", "INT"),
        ("INT| YES", "YES"),
        (" 125", "125"),
        ("recvWindow| LONG", "recvWindow"),
        ("recvWindow| LONG", "LONG"),
        ("LONG| NO", "NO"),
        ("timestamp| LONG", "timestamp"),
        ("LONG| YES", "YES"),
        ("\"leverage\":", "leverage"),
        ("\"maxNotionalValue\":", "maxNotionalValue"),
        ("\"symbol\": \"", "symbol"),
    ];

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Page_with_a_changed_fact_is_never_the_same(int seed)
    {
        using var workspace = new Workspace();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var (text, fact) = Facts[round % Facts.Length];
            var changed = text.Replace(fact, WithOtherCharacter(fact, random), StringComparison.Ordinal);
            var page = workspace.Write("page.md", Workspace.Replaced(LeveragePage.Text, text, changed));

            var run = await workspace.RunAsync("check", page, "--spec", workspace.SpecFile);

            Assert.True(run.Code is 1 or 3,
                $"{text} became {changed} and ended in {run.Code}: {run.Output}{run.Errors}");
        }
    }

    [Fact]
    public async Task Page_as_it_is_is_the_same()
    {
        using var workspace = new Workspace();

        var run =
            await workspace.RunAsync("check", workspace.Write("page.md", LeveragePage.Text), "--spec",
            workspace.SpecFile);

        Assert.Equal(0, run.Code);
    }

    private static string WithOtherCharacter(string text, Random random)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiLetterOrDigit(text[i])).ToList();
        var place = places[random.Next(places.Count)];
        var alphabet = char.IsAsciiDigit(text[place]) ? "0123456789" : char.IsAsciiLetterUpper(text[place])
            ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz";
        var other =
            alphabet[(alphabet.IndexOf(text[place],
            StringComparison.Ordinal) + 1 + random.Next(alphabet.Length - 1)) % alphabet.Length];
        return text[..place] + other + text[(place + 1)..];
    }
}
