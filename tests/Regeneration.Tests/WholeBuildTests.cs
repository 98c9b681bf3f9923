using Fapi.Contract;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>A build of all target frameworks, in a folder as users have them, of a spec that lost an
/// operation.</summary>
[Trait("Speed", "Slow")]
public sealed class WholeBuildTests
{
    [Fact]
    public async Task All_frameworks_build_in_any_folder_with_one_generation_and_without_a_removed_operation()
    {
        using var copy = new BuildCopy("my files, 币安 & 'co'");
        copy.Spec = copy.Spec.Without("  /fapi/v1/leverage:\n", "  /fapi/v1/time:\n");
        var operations = ContractVerifier.FromFile(copy.SpecPath).Document.Operations;
        Assert.DoesNotContain(operations, operation => operation.Id == "changeInitialLeverage");

        var run = (await copy.BuildAsync()).Succeeded();

        Assert.Equal(1, run.Generations);

        Assert.All(["netstandard2.0", "net8.0", "net10.0"], framework =>
            Assert.True(File.Exists(Path.Combine(copy.Project, "bin", "Debug", framework, "Fapi.Sdk.dll")), framework));
        using var sdk = new BuiltSdk(copy.OutputFolder);
        Assert.Equal(2 * operations.Count, sdk.Type("IFapiClient").GetMethods().Length);
        Assert.Null(sdk.Type("FapiOperations").GetProperty("ChangeInitialLeverage"));
    }
}
