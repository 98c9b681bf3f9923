using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;
using Fapi.Contract;

namespace Fapi.Benchmarks.Suites;

/// <summary>The contract check of a leverage request and of its response.</summary>
internal sealed class ContractSuite : ISuite
{
    private const string Target =
        "/fapi/v1/leverage?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&leverage=21&recvWindow=5000&timestamp=1736393892000"
        + "&signature=155331b13264bb9a61c6964e6f7a237b2a5348d3edfa097b2c3d30a014c2637b";

    private readonly ContractVerifier _verifier = ContractVerifier.Embedded();

    public string Name => "contract";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        var request = Request();
        var measured = new Interleaved(rounds: 60, TimeSpan.FromMilliseconds(10)).Measure(
            new Work("contract check of a leverage request", calls => Check(calls, () => _verifier.VerifyRequest(Request()))),
            new Work("contract check of its response", calls => Check(calls, () => _verifier.VerifyResponse(request, Response()))));
        return Task.FromResult<IReadOnlyList<Group>>([new Group(
            "Contract check",
            [.. measured.Select(row => new Row(row.Name, row.Nanoseconds.Median, row.Nanoseconds.Noise, row.Bytes.Median))],
            [.. measured.Select(row => Reports.Target.AtMost(row.Name, row.Nanoseconds.Select(time => time / 1000), 20, "µs"))])]);
    }

    private static void Check(int calls, Func<ContractFindings> check)
    {
        for (var i = 0; i < calls; i++)
        {
            var findings = check();
            if (findings.Count > 0)
            {
                throw new InvalidOperationException($"What should keep to the contract does not: {findings}");
            }
        }
    }

    private static RecordedRequest Request() =>
        new("POST", Target, [new("X-MBX-APIKEY", "k"), new("Accept", "application/json"), new("User-Agent", "benchmark"), new("Host", "localhost")]);

    private static RecordedResponse Response() =>
        new(200, [new("Content-Type", "application/json"), new("X-MBX-USED-WEIGHT-1M", "12"), new("Date", "Sun, 22 Nov 2026 15:00:00 GMT")], Bodies.Small);
}
