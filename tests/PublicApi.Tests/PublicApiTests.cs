using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PublicApi.Tests;

public sealed class PublicApiTests
{
    private const string Approve = "FAPI_APPROVE_API";

    public static TheoryData<string> Names => [.. ApiListing.All.Select(listing => listing.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Public_surface_is_the_approved_one(string name)
    {
        var listing = ApiListing.All.Single(candidate => candidate.Name == name);
        var actual = listing.Read();
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(listing.ApprovedFile, actual);
        }

        var diff = Diff(listing.Approved, actual);

        Assert.True(diff.Length == 0, $"""
            The public API of {name} is not the approved one (- approved, + now):

            {diff}

            Lines with - break users who have them. If all of it is meant, run these tests with {Approve}=1 and commit
            {listing.ApprovedFile}.
            """);
    }

    [Fact]
    public void Each_approved_listing_belongs_to_an_assembly() => Assert.Equal(
        ApiListing.All.Select(listing => listing.Name).Order(),
        Directory.GetFiles(ApiListing.ApprovedFolder).Select(Path.GetFileNameWithoutExtension).Order());

    /// <summary>The changed lines, each run of them under the type that it belongs to.</summary>
    private static string Diff(string approved, string actual)
    {
        var lines = new List<string>();
        string? type = null, shownType = null;
        foreach (var line in InlineDiffBuilder.Diff(approved, actual).Lines)
        {
            if (line.Text.StartsWith("    public ", StringComparison.Ordinal))
            {
                type = line.Text;
            }

            if (line.Type is ChangeType.Unchanged)
            {
                continue;
            }

            if (type is not null && type != shownType && type != line.Text)
            {
                lines.Add("  " + type);
            }

            shownType = type;
            lines.Add((line.Type is ChangeType.Deleted ? "- " : "+ ") + line.Text);
        }

        return string.Join('\n', lines);
    }
}
