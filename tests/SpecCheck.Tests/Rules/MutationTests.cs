using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Tests.Fixtures;
using Fapi.SpecCheck.Tests.Pages;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>
/// Random changes of a source: what is read of it changes, or the change is one of those that mean the same. And a
/// source that was cut off is never the same as the whole.
/// </summary>
public sealed class MutationTests
{
    private static readonly string Schema = OfficialSchema.Text.TrimEnd();
    private static readonly string Page = LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-').TrimEnd();

    public static TheoryData<string> Schemas => [.. SchemaMutations.All.Select(one => one.Name)];

    public static TheoryData<string> Pages => [.. PageMutations.All.Select(one => one.Name)];

    [Fact]
    public void There_are_at_least_20_kinds_that_change_something_and_5_that_do_not() =>
        Assert.All([SchemaMutations.All, PageMutations.All], kinds =>
        {
            Assert.True(kinds.Count(one => !one.IsEquivalent) >= 20);
            Assert.True(kinds.Count(one => one.IsEquivalent) >= 5);
        });

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_change_of_a_schema_changes_what_is_read_unless_it_means_the_same(string name) =>
        Mutate(OfficialSchema.Text, SchemaMutations.All.Single(one => one.Name == name), rounds: 6);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_change_of_a_page_changes_what_is_read_unless_it_means_the_same(string name) =>
        Mutate(LeveragePage.Text, PageMutations.All.Single(one => one.Name == name), rounds: 6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Speed", "Slow")]
    public void Many_changes_change_what_is_read_unless_they_mean_the_same(bool isSchema)
    {
        foreach (var mutation in isSchema ? SchemaMutations.All : PageMutations.All)
        {
            Mutate(isSchema ? OfficialSchema.Text : LeveragePage.Text, mutation, rounds: 60);
        }
    }

    [Fact]
    public void A_page_cut_off_anywhere_is_never_the_same() => Cut(Page, step: 1);

    [Fact]
    public void A_schema_cut_off_somewhere_is_never_the_same() => Cut(Schema, step: 13);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_schema_cut_off_anywhere_is_never_the_same() => Cut(Schema, step: 1);

    private static void Mutate(string text, Mutation mutation, int rounds)
    {
        var whole = Read(text);
        for (var round = 0; round < rounds; round++)
        {
            var changed = mutation.Apply(text, new Random(round));

            var (isSame, read) = (Read(changed) is var now && now == whole, changed);
            Assert.True(isSame == mutation.IsEquivalent, $"{mutation.Name}, round {round}: {Difference(text, read)}");
        }
    }

    private static void Cut(string text, int step)
    {
        var whole = Read(text);
        for (var length = 1; length < text.Length; length += step)
        {
            Assert.True(
                Read(text[..length]) != whole,
                $"The same after {length} characters: {text[Math.Max(0, length - 60)..length]}");
        }
    }

    /// <summary>What a verdict depends on: the facts of each operation, and what keeps it from being read.</summary>
    private static string Read(string text) => string.Join("\n\n", PageSummary.ReadAll(text).Select(one =>
        string.Join('\n', FactTable.From(one).OrderBy(fact => fact.Key.ToString(), StringComparer.Ordinal)
            .Select(fact => $"{fact.Key}: {fact.Value}")
            .Concat(Gaps.Find(one))
            .Append($"{one.Language} {one.Recognised}"))));

    private static string Difference(string text, string changed)
    {
        var at = text.Zip(changed).TakeWhile(pair => pair.First == pair.Second).Count();
        return changed[Math.Max(0, at - 40)..Math.Min(changed.Length, at + 60)];
    }
}
