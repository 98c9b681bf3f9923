using Fapi.Sdk.Truth.Tests.Chaos;
using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>A response costs what it is worth, however far it opens.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class SizeTests
{
    private const int Callers = 8;
    private const long Allowed = 80_000_000;

    [Theory]
    [InlineData("gzip bomb")]
    [InlineData("gzip bomb 502")]
    public async Task Response_that_is_too_large_is_not_read_to_its_end(string name)
    {
        using var corner = new Corner(FaultTable.Named(name));
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        for (var i = 0; i < Callers; i++)
        {
            Assert.Equal(FapiOutcome.Unknown, (await corner.FailAsync()).Outcome);
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, Allowed);
    }

    [Fact]
    public async Task Response_of_half_a_megabyte_is_read()
    {
        using var corner = new Corner(Fault.Respond(
            "large", Told.Executed, 200, reply => reply.Json() + new string(' ', 500_000)));

        Assert.Null(await corner.SetAsync());
    }
}
