using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Checks;

public sealed class SignatureTests
{
    [Theory]
    [InlineData(SandboxKeyKind.Hmac)]
    [InlineData(SandboxKeyKind.Rsa)]
    [InlineData(SandboxKeyKind.Ed25519)]
    public async Task Each_kind_of_key_is_accepted_and_a_changed_query_is_not(SandboxKeyKind kind)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        caller.Key = kind switch
        {
            SandboxKeyKind.Hmac => exchange.Account.Hmac,
            SandboxKeyKind.Rsa => exchange.Account.Rsa,
            _ => exchange.Account.Ed25519,
        };
        var signed = caller.WithSignature($"symbol=BTCUSDT&leverage=8&timestamp={caller.Now}");

        var accepted = await caller.SendAsync(HttpMethod.Post, $"{Caller.LeveragePath}?{signed}", caller.Key.ApiKey);
        var refused = await caller.SendAsync(HttpMethod.Post,
            $"{Caller.LeveragePath}?{signed.Replace("leverage=8", "leverage=9", StringComparison.Ordinal)}", caller.Key.ApiKey);

        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Equal((HttpStatusCode.BadRequest, -1022), (refused.Status, refused.Code));
        Assert.Equal(8, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task The_leverage_vector_with_query_and_body_is_accepted_over_the_wire()
    {
        await using var exchange = Sandboxes.Unchecked();
        exchange.Account.AddKey(SandboxKey.FromSecret("vectorKey", "secretKey"));
        using var caller = new Caller(exchange);
        const string target = Caller.LeveragePath + "?timestamp=1736393892000&signature=155331b13264bb9a61c6964e6f7a237b2a5348d3edfa097b2c3d30a014c2637b";

        var accepted = await caller.SendAsync(HttpMethod.Post, target, "vectorKey", "symbol=BTCUSDT&leverage=1");
        var joined = await caller.SendAsync(HttpMethod.Post, target, "vectorKey", "&symbol=BTCUSDT&leverage=1");

        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Equal(-1022, joined.Code);
        Assert.Equal(1, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task All_parameters_may_be_in_the_body_and_on_duplicates_the_query_wins()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var inBody = await caller.SendAsync(HttpMethod.Post, Caller.LeveragePath, caller.Key.ApiKey,
            caller.WithSignature($"symbol=BTCUSDT&leverage=4&timestamp={caller.Now}"));
        Assert.Equal(4, inBody.Json.GetProperty("leverage").GetInt32());

        var query = $"leverage=5&timestamp={caller.Now}";
        const string body = "symbol=BTCUSDT&leverage=6";
        var signature = Caller.Sign(caller.Key, query + body);
        var both = await caller.SendAsync(
            HttpMethod.Post, $"{Caller.LeveragePath}?{query}&signature={signature}", caller.Key.ApiKey, body);
        Assert.Equal(5, both.Json.GetProperty("leverage").GetInt32());
    }

    [Fact]
    public async Task A_name_in_Chinese_is_signed_in_its_encoded_form_only()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var plain = $"symbol=币安人生USDT&leverage=5&timestamp={caller.Now}";
        var encoded = $"symbol={Uri.EscapeDataString("币安人生USDT")}&leverage=5&timestamp={caller.Now}";
        var beforeEncoding = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.ASCII.GetBytes(caller.Key.Secret), System.Text.Encoding.UTF8.GetBytes(plain)));

        var refused = await caller.SendAsync(
            HttpMethod.Post, $"{Caller.LeveragePath}?{encoded}&signature={beforeEncoding}", caller.Key.ApiKey);
        var accepted = await caller.SetLeverageAsync("币安人生USDT", 5);

        Assert.Equal(-1022, refused.Code);
        Assert.Equal("""{"leverage":5,"maxNotionalValue":"100000","symbol":"币安人生USDT"}""", accepted.Text);
    }

    [Fact]
    public async Task A_name_in_Chinese_has_to_be_encoded_in_a_body_too()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var query = $"timestamp={caller.Now}";
        async Task<ReceivedResponse> Send(string form) => await caller.SendAsync(HttpMethod.Post,
            $"{Caller.LeveragePath}?{query}&signature={Caller.Sign(caller.Key, query + form)}", caller.Key.ApiKey, form);

        Assert.Equal(HttpStatusCode.OK, (await Send($"symbol={Uri.EscapeDataString("币安人生USDT")}&leverage=5")).Status);
        Assert.Equal(-1100, (await Send("symbol=币安人生USDT&leverage=5")).Code);
    }

    [Fact]
    public async Task The_bytes_count_not_their_meaning()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        // An unusual encoding of BTCUSDT, signed as it is sent.
        var accepted = await caller.SendSignedAsync("symbol=%42T%43USDT&leverage=5");
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Contains("%42T%43USDT", exchange.Requests[0].Request.Target, StringComparison.Ordinal);

        // The same meaning, but signed in another form than it is sent.
        var signature = Caller.Sign(caller.Key, $"symbol=BTCUSDT&leverage=5&timestamp={caller.Now}");
        var refused = await caller.SendAsync(HttpMethod.Post,
            $"{Caller.LeveragePath}?symbol=%42T%43USDT&leverage=5&timestamp={caller.Now}&signature={signature}",
            caller.Key.ApiKey);
        Assert.Equal(-1022, refused.Code);
    }

    [Fact]
    public async Task A_signature_that_is_not_last_is_refused()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var query = $"symbol=BTCUSDT&leverage=5&timestamp={caller.Now}";
        var signature = Caller.Sign(caller.Key, query);

        var first = await caller.SendAsync(
            HttpMethod.Post, $"{Caller.LeveragePath}?signature={signature}&{query}", caller.Key.ApiKey);
        var last = await caller.SendAsync(
            HttpMethod.Post, $"{Caller.LeveragePath}?{query}&signature={signature}", caller.Key.ApiKey);

        Assert.Equal(-1022, first.Code);
        Assert.Equal(HttpStatusCode.OK, last.Status);
    }

    [Fact]
    public async Task A_signature_in_the_middle_is_refused_whatever_it_covers()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var before = $"symbol=BTCUSDT&timestamp={caller.Now}";
        const string after = "&leverage=5";

        foreach (var covered in new[] { before, before + after })
        {
            var response = await caller.SendAsync(HttpMethod.Post,
                $"{Caller.LeveragePath}?{before}&signature={Caller.Sign(caller.Key, covered)}{after}", caller.Key.ApiKey);
            Assert.Equal(-1022, response.Code);
        }
    }

    [Theory]
    [InlineData("timestamp=NOW")]
    [InlineData("timestamp=NOW&signature=")]
    [InlineData("signature=00")]
    [InlineData("timestamp=&signature=00")]
    [InlineData("timestamp=soon&signature=00")]
    [InlineData("timestamp=-1&signature=00")]
    public async Task A_missing_or_malformed_timestamp_or_signature_is_a_missing_parameter(string security)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var response = await caller.SendAsync(HttpMethod.Post, $"{Caller.LeveragePath}?symbol=BTCUSDT&leverage=5&" +
            security.Replace("NOW", $"{caller.Now}", StringComparison.Ordinal), caller.Key.ApiKey);

        Assert.Equal(-1102, response.Code);
    }
}
