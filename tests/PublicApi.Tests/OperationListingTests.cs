using Fapi.Contract;

namespace PublicApi.Tests;

public sealed class OperationListingTests
{
    [Fact]
    public async Task Each_operation_sends_and_means_what_was_approved()
    {
        var actual = await new OperationListing(ContractVerifier.Embedded().Document).ReadAsync();
        ApprovedListing.WriteIfAsked(OperationListing.Name, actual);

        var diff = ApiDiff.Of(ApprovedListing.Read(OperationListing.Name), actual);

        Assert.True(diff.Changes.Count == 0, $"""
            What the operations send and mean is not what was approved (- approved, + now):

            {diff}

            If all of it is meant, run these tests with {ApprovedListing.Approve}=1 and commit
            {ApprovedListing.PathOf(OperationListing.Name)}.
            """);
    }
}
