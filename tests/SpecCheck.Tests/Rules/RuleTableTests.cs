using System.Text.RegularExpressions;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

public sealed class RuleTableTests
{
    [Fact]
    public void Rules_HaveTheirOwnId() =>
        Assert.Equal(RuleTable.All.Count, RuleTable.All.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void Wordings_OfEachLanguage_SayTheSameThings()
    {
        var (english, chinese) = (Wordings.In("en"), Wordings.In("zh-CN"));

        Assert.Equal(RuleTable.All.Select(rule => rule.Id), english.Rules.Keys);
        Assert.Equal(english.Rules.Keys, chinese.Rules.Keys);
        Assert.Equal(english.Words.Keys, chinese.Words.Keys);
        Assert.All(english.Rules, rule =>
            Assert.Equal(Placeholders(rule.Value.Text), Placeholders(chinese.Rules[rule.Key].Text)));
        Assert.All(english.Words, word =>
            Assert.Equal(Placeholders(word.Value), Placeholders(chinese.Words[word.Key])));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task RulesCommand_ListsEachRule(string language)
    {
        using var workspace = new Workspace();

        var run = await workspace.RunAsync("rules", "--language", language);

        Assert.Equal(0, run.Code);
        Assert.All(RuleTable.All, rule => Assert.Contains(rule.Id, run.Output, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, @"\{[a-z]+\}", RegexOptions.NonBacktracking).Select(match => match.Value)
            .Order(StringComparer.Ordinal).Distinct();
}
