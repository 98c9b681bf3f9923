
namespace PublicApi.Tests;

public sealed class PublicApiTests
{

    public static TheoryData<string> Names => [.. ApiListing.All.Select(listing => listing.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Public_surface_is_the_approved_one(string name)
    {
        var listing = ApiListing.All.Single(candidate => candidate.Name == name);
        var actual = listing.Read();
        ApprovedListing.WriteIfAsked(listing.Name, actual);
        var diff = ApiDiff.Of(ApprovedListing.Read(name), actual);
        var breaks = diff.SourceBreaks().Distinct().ToList();

        Assert.True(diff.Changes.Count == 0, $"""
            The public API of {name} is not the approved one (- approved, + now):

            {diff}

            At source: {(breaks.Count == 0 ? "compatible" : "breaking")}
            {string.Join('\n', breaks)}
            At binary level: see tests/Consumers/compatibility.sh.

            If all of it is meant, run these tests with {ApprovedListing.Approve}=1 and commit
            {ApprovedListing.PathOf(name)}.
            """);
    }

    [Fact]
    public void Each_approved_listing_belongs_to_an_assembly() => Assert.Equal(
        ApiListing.All.Select(listing => listing.Name).Append(OperationListing.Name).Order(),
        Directory.GetFiles(ApprovedListing.Folder).Select(Path.GetFileNameWithoutExtension).Order());
}
