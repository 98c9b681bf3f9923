using Fapi.SpecReview.Api;

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

        var diff = ApiDiff.Of(listing.Approved, actual);
        var breaks = diff.SourceBreaks().Distinct().ToList();

        Assert.True(diff.Changes.Count == 0, $"""
            The public API of {name} is not the approved one (- approved, + now):

            {diff}

            At source: {(breaks.Count == 0 ? "compatible" : "breaking")}
            {string.Join('\n', breaks)}
            At binary level: see tests/Consumers/compatibility.sh, or tools/SpecReview for a change of the spec.

            If all of it is meant, run these tests with {Approve}=1 and commit {listing.ApprovedFile}.
            """);
    }

    [Fact]
    public void Each_approved_listing_belongs_to_an_assembly() => Assert.Equal(
        ApiListing.All.Select(listing => listing.Name).Order(),
        Directory.GetFiles(ApiListing.ApprovedFolder).Select(Path.GetFileNameWithoutExtension).Order());
}
