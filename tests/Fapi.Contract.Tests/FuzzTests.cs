using System.Diagnostics;

namespace Fapi.Contract.Tests;

// Throws mutated messages and documents at the verifier. FUZZ_SECONDS sets how long (default 2 for each test),
// FUZZ_SEED
// repeats a run; a failure names the seed and the round.
[Trait("Speed", "Slow")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "%", "%zz", "%00", "&", "=", "?", "/", "//", "..", "#", "+", ",", ";", "[", "]", "{", "}", "\r\n", "\0",
        "\ud800", "币", "é",
        "signature=", "symbol=", "leverage=", "limit=", "ids=", "price[from]=", "tags=", "http://", "null", "true",
        "-1", "1e400", "1e-400",
        "99999999999999999999", "0x1", "NaN", "\"", "\\", "\\ud800", ": ", "- ", "&a ", "*a", "!!str ", "|", ">", "\t",
        "$ref: ", "#/components",
        "allOf: ", "type: ", "items: ", "<<: ", "---\n", "...", "\u2028", "\ufeff",
    ];

    private readonly int _seed = Setting("FUZZ_SEED", 20261122);
    private readonly int _seconds = Setting("FUZZ_SECONDS", 2);

    [Fact]
    public void No_message_makes_the_verifier_throw()
    {
        ContractVerifier[] verifiers = [ContractVerifier.Embedded(), Samples.Verifier];
        Run(random =>
        {
            var verifier = verifiers[random.Next(2)];
            var request = new RecordedRequest(Method(random), Mutate(random, Target(random)), Headers(random),
                Bytes(random, "{\"name\":\"a\",\"size\":1}"));
            var response = new RecordedResponse(random.Next(4) == 0 ? random.Next() : 200, Headers(random),
                Bytes(random, "[{\"name\":\"a\",\"parent\":{}}]"));
            Check(verifier.VerifyRequest(request));
            Check(verifier.VerifyResponse(request, response));
            Check(verifier.VerifyResponse(new(random.Next(2) == 0 ? "GET" : "POST", "/v1/items"), response));
        });
    }

    [Fact]
    public void No_document_makes_the_loader_throw_anything_but_its_own() => Run(random =>
    {
        var document = random.Next(8) == 0 ? Bytes(random, Samples.Document).ToArray()
            : Encoding.UTF8.GetBytes(Mutate(random, Samples.Document));
        try
        {
            ContractVerifier.FromStream(new MemoryStream(document), "fuzz")
                .VerifyRequest(Samples.Request("GET /v1/items?limit=1&ids=1"));
        }
        catch (ContractDocumentException e)
        {
            Assert.True(e.Message.Length < 1000, e.Message);
        }
    });

    private void Run(Action<Random> round)
    {
        var start = Stopwatch.GetTimestamp();
        var rounds = 0;
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < _seconds; rounds++)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                round(new Random(unchecked(_seed + rounds)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"round {rounds} of seed {_seed}", e);
            }

            Assert.True(Stopwatch.GetElapsedTime(began).TotalSeconds < 10, $"round {rounds} of seed {_seed} hangs");
        }

        output.WriteLine($"{rounds} rounds");
    }

    private static void Check(ContractFindings findings)
    {
        Assert.True(findings.Count <= 100);
        Assert.DoesNotContain(findings.ToString(), c => char.IsControl(c) && c != '\n');
        Assert.All(findings, f => Assert.True(f.ToString().Length < 1000));
    }

    private static string Method(Random random) =>
        random.Next(6) switch { 0 => Mutate(random, "GET"), 1 or 2 => "POST", _ => "GET" };

    private static string Target(Random random) => random.Next(4) switch
    {
        0 => LeverageCall.Target,
        1 => "/v1/items?limit=5&ids=1&ids=2&tags=new,old&price[from]=1&since=2026-01-01T00:00:00Z&proof=x",
        2 => "/v1/items/7",
        _ => "/v1/items",
    };

    private static List<KeyValuePair<string, string>> Headers(Random random)
    {
        List<KeyValuePair<string, string>> headers = [new("X-Key", "k"),
            new("Content-Type", random.Next(3) == 0 ? "application/x-www-form-urlencoded" : "application/json"),
            new("X-Total", "5")];
        for (var i = random.Next(3); i > 0; i--)
        {
            var at = random.Next(headers.Count);
            headers.Insert(at, new(Mutate(random, headers[at].Key), Mutate(random, headers[at].Value)));
        }

        return headers;
    }

    private static ReadOnlyMemory<byte> Bytes(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(random.Next(3) == 0 ? text : Mutate(random, text));
        for (var i = random.Next(4); i > 0 && bytes.Length > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(5) == 0 ? bytes.AsMemory(0, random.Next(bytes.Length + 1)) : bytes;
    }

    private static string Mutate(Random random, string text)
    {
        var result = new StringBuilder(text);
        for (var i = random.Next(5); i >= 0; i--)
        {
            var at = random.Next(result.Length + 1);
            var length = Math.Min(random.Next(12), result.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    result.Remove(at, length);
                    break;
                case 1:
                    result.Insert(at, result.ToString(at, length));
                    break;
                case 2:
                    result.Insert(at, (char)random.Next(0x10000));
                    break;
                default:
                    result.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return result.ToString();
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value
            : fallback;
}
