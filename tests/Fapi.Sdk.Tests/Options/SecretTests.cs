using System.ComponentModel;
using Fapi.Sdk.Options;
using Newtonsoft.Json;

namespace Fapi.Sdk.Tests.Options;

public sealed class SecretTests
{
    private static readonly FapiClientOptions Options = new()
    {
        BaseAddress = FapiEnvironments.Testnet,
        ApiKey = "the-key",
        ApiSecret = "hunter2",
        PrivateKeyPassphrase = "hunter3",
    };

    public static TheoryData<Func<FapiClientOptions, string>> Showings => new()
    {
        options => $"{options} {options.ApiKey} {options.ApiSecret}",
        options => System.Text.Json.JsonSerializer.Serialize(
            new { options.BaseAddress, options.ApiKey, options.ApiSecret, options.PrivateKeyPassphrase }),
        options => JsonConvert.SerializeObject(
            new { options.BaseAddress, options.ApiKey, options.ApiSecret, options.PrivateKeyPassphrase }),
        options => TypeDescriptor.GetConverter(typeof(Secret)).ConvertToInvariantString(options.ApiSecret!)!,
    };

    [Theory]
    [MemberData(nameof(Showings))]
    public void Secret_shows_itself_to_nobody(Func<FapiClientOptions, string> show)
    {
        var text = show(Options);

        Assert.DoesNotContain("hunter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_is_what_it_was_made_of()
    {
        Secret? none = (string?)null;

        Assert.Equal("hunter2", Options.ApiSecret!.Reveal());
        Assert.Null(none);
        Assert.Throws<ArgumentNullException>(() => new Secret(null!));
    }
}
