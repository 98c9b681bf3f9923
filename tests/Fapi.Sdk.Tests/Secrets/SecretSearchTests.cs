using System.Net;
using System.Text.Json;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>The searcher finds what it is there to find; without this its silence would say nothing.</summary>
public sealed class SecretSearchTests
{
    private const string Secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3+/jInClVN65XAbvqqM6A7H5fATj0j";
    private const string Signature = "VzZ1c2VkIGZvciB0ZXN0cyBvbmx5LCBhbmQ%2FcGxlYXNlK25vdCBlbHNld2hlcmU%3D";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 37))];
    private static readonly SecretSearch Search = new SecretSearch().Plant("secret", Secret).Plant("key", Key)
        .PlantSignatureOf($"/a?b=c&signature={Signature}").Plant("word", "hunter2");

    public static TheoryData<string, string> Leaks => new()
    {
        { "secret", $"the secret is {Secret}." },
        { "secret", $"a piece of it: {Secret[5..36]}" },
        { "secret", Uri.EscapeDataString(Secret) },
        { "secret", JsonSerializer.Serialize(new { Secret }) },
        { "secret", Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)) },
        { "secret", Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Secret}")) },
        { "secret", Convert.ToBase64String(Encoding.UTF8.GetBytes($"api:{Secret}")) },
        { "secret", Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)) },
        { "secret", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)) },
        { "key", $"byte[] {{{string.Join(", ", Key)}}}" },
        { "key", BitConverter.ToString(Key) },
        { "key", Convert.ToBase64String(Key).Replace('+', '-').Replace('/', '_') },
        { "key", JsonSerializer.Serialize(Key) },
        { "signature", $"POST /fapi/v1/leverage?a=1&signature={Signature}" },
        { "signature", Uri.UnescapeDataString(Signature) },
        { "signature", JsonSerializer.Serialize(Uri.UnescapeDataString(Signature)) },
        { "signature", Uri.UnescapeDataString(Signature).Replace("/", "\\/", StringComparison.Ordinal) },
        { "signature", WebUtility.HtmlEncode(Uri.UnescapeDataString(Signature)) },
        { "word", "the passphrase is hunter2" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void Leak_is_found_in_each_form(string name, string text) =>
        Assert.StartsWith($"{name} in here", Assert.Single(Search.Find([("here", text)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("POST /fapi/v1/leverage?symbol=BTCUSDT&signature=***")]
    [InlineData("NhqP***")]
    public void Masked_text_is_not_taken_for_a_leak(string text) => Assert.Empty(Search.Find([("here", text)]));
}
