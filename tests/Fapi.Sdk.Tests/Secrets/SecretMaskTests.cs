using Fapi.Sdk.Errors;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Key and signature are hidden in any text that comes back, parsed or not.</summary>
public sealed class SecretMaskTests
{
    private const string ApiKey = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private const string Signature = "VzZ1c2Vk/GZvciB0+XN0cw==";

    private static readonly SecretMask Mask = CreateMask();

    public static TheoryData<string, string> Shown => new()
    {
        { $"key {ApiKey}.", "key ***." },
        { $"key {ApiKey.ToUpperInvariant()}.", "key ***." },
        { $"""{"{"}"msg":"\u0076{ApiKey[1..]}"{"}"}""", """{"msg":"***"}""" },
        { $"""{"{"}"msg":"{Json(ApiKey)}"{"}"}""", """{"msg":"***"}""" },
        { $"nested {Json(ApiKey).Replace("\\", "\\\\", StringComparison.Ordinal)}.", "nested ***." },
        { $"twice nested {Json(ApiKey).Replace("\\", "\\\\\\\\", StringComparison.Ordinal)}.", "twice nested ***." },
        { $"a={Percent(ApiKey)}&b=1", "a=***&b=1" },
        { $"a={Percent(ApiKey).Replace("%", "%25", StringComparison.Ordinal)}&b=1", "a=***&b=1" },
        { $"a={Json(Percent(ApiKey))}&b=1", "a=***&b=1" },
        { $"s={Json(Uri.EscapeDataString(Signature))}&b=1", "s=***&b=1" },
        { $"<p>{Html(ApiKey, "x")}</p>", "<p>***</p>" },
        { $"<p>{Html(ApiKey, "")}</p>", "<p>***</p>" },
        { $"<p>{Html(ApiKey, "").Replace("&", "&amp;", StringComparison.Ordinal)}</p>", "<p>***</p>" },
        { $"{ApiKey}{ApiKey} {Signature}", "****** ***" },
        { $"s={Uri.EscapeDataString(Signature)}&t", "s=***&t" },
        { $"s={Signature.Replace("/", "\\/", StringComparison.Ordinal)}", "s=***" },
        { $"s={Json(Signature)}", "s=***" },
        { $"s={Signature.Replace("+", "&#x2B;", StringComparison.Ordinal).Replace("/", "&sol;", StringComparison.Ordinal)};", "s=***;" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void Key_and_signature_are_hidden_however_they_are_escaped(string text, string shown)
    {
        Assert.Equal(shown, Mask.Apply(text));
        Assert.True(Mask.Finds(text));
        Assert.True(text.Contains(ApiKey.ToUpperInvariant(), StringComparison.Ordinal) || MayEcho(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"code\":-4028,\"msg\":\"Leverage 200 is not valid\"}")]
    [InlineData("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8")]
    [InlineData("\\u0076mPUZ 100 % & &#; &#x; &#xZZ; %u %2 %25 \\u \\u00")]
    [InlineData("VzZ1c2Vk GZvciB0 XN0")]
    public void Text_without_key_and_signature_stays_as_it_is(string text) => Assert.Equal(text, Mask.Apply(text));

    [Theory]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""")]
    [InlineData("")]
    public void Usual_success_needs_no_second_look(string body) => Assert.False(MayEcho(body));

    [Fact]
    public void Mask_without_key_and_signature_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/fapi/v1/time");

        Assert.Equal("a b", SecretMask.FromRequest(request, "X-MBX-APIKEY").Apply("a b"));
        Assert.False(SecretMask.MayEcho("a b"u8, null, default));
    }

    [Fact]
    public void Long_text_of_nearly_the_key_takes_no_time_to_speak_of()
    {
        var text = string.Concat(Enumerable.Repeat(Json(ApiKey[..^1]), 200)) + new string('&', 20_000)
            + new string('\\', 2_000) + new string('%', 20_000);

        Assert.Equal(text, Mask.Apply(text));
    }

    private static bool MayEcho(string text) =>
        SecretMask.MayEcho(Encoding.UTF8.GetBytes(text), ApiKey, Encoding.ASCII.GetBytes(Signature));

    private static SecretMask CreateMask()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"https://localhost/?a=1&signature={Uri.EscapeDataString(Signature)}");
        request.Headers.Add("X-MBX-APIKEY", ApiKey);
        return SecretMask.FromRequest(request, "X-MBX-APIKEY");
    }

    private static string Json(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    private static string Percent(string text) => string.Concat(text.Select(c => $"%{(int)c:x2}"));

    private static string Html(string text, string hex) =>
        string.Concat(text.Select(c => hex.Length > 0 ? $"&#x{(int)c:X}" + ";" : $"&#0{(int)c};"));
}
