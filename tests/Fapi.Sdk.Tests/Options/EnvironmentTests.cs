using Fapi.Sdk.Options;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Tests.Options;

/// <summary>Options that come from variables of the environment.</summary>
public sealed class EnvironmentTests
{
    private readonly Dictionary<string, string> _variables = new()
    {
        ["FAPI_BASE_URL"] = "https://demo-fapi.binance.com",
        ["FAPI_API_KEY"] = "the-key",
        ["FAPI_API_SECRET"] = "hunter2",
    };

    [Fact]
    public void Address_and_key_are_those_of_the_variables()
    {
        _variables["FAPI_PRIVATE_KEY_PASSPHRASE"] = "opens";

        var options = FapiClientOptions.FromEnvironment(Variable);

        Assert.Equal(FapiEnvironments.Testnet, options.BaseAddress);
        Assert.Equal(("the-key", "hunter2", null, "opens"), (options.ApiKey?.Reveal(), options.ApiSecret?.Reveal(),
            options.PrivateKeyFile, options.PrivateKeyPassphrase?.Reveal()));
        using var client = new FapiClient(options);
    }

    [Theory]
    [InlineData("FAPI_BASE_URL", null, "FAPI_BASE_URL is not set; give the address of the exchange")]
    [InlineData("FAPI_BASE_URL", "", "FAPI_BASE_URL is not set; give the address of the exchange")]
    [InlineData("FAPI_BASE_URL", "fapi.binance.com", "FAPI_BASE_URL is 'fapi.binance.com'; it has to be an https")]
    [InlineData("FAPI_BASE_URL", "https://", "FAPI_BASE_URL is no address")]
    [InlineData("FAPI_API_KEY", null, "The key is not set: the environment needs FAPI_API_KEY and FAPI_API_SECRET or ")]
    [InlineData("FAPI_API_SECRET", null, "FAPI_PRIVATE_KEY_FILE.")]
    [InlineData("FAPI_API_KEY", "hunter2\n", "FAPI_API_KEY holds a line break")]
    [InlineData("FAPI_API_SECRET", "hunter2 ", "FAPI_API_SECRET holds a blank; take it away")]
    [InlineData("FAPI_PRIVATE_KEY_FILE", "/nowhere/key.pem", "FAPI_API_SECRET and FAPI_PRIVATE_KEY_FILE are set")]
    [InlineData("FAPI_PRIVATE_KEY_FILE", "/nowhere/key.pem", "FAPI_PRIVATE_KEY_FILE is '/nowhere/key.pem', which does")]
    [InlineData("FAPI_PRIVATE_KEY_PASSPHRASE", "a\n", "FAPI_PRIVATE_KEY_PASSPHRASE holds a line break")]
    public void Error_names_the_variable(string variable, string? value, string sentence)
    {
        _variables[variable] = value!;

        var error = Assert.Throws<OptionsValidationException>(
            () => new FapiClient(FapiClientOptions.FromEnvironment(Variable)));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_reads_the_environment_of_the_process() =>
        Assert.Contains("FAPI_API_KEY", Assert.Throws<OptionsValidationException>(FapiClient.FromEnvironment).Message,
            StringComparison.Ordinal);

    private string? Variable(string name) => _variables.GetValueOrDefault(name);
}
