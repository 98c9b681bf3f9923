using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Suites;

/// <summary>From the start of a process to the first response that it has.</summary>
internal sealed class StartSuite : ISuite
{
    public string Name => "start";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        await using var server = await ServerProcess.StartAsync().ConfigureAwait(false);
        var measured = new Interleaved(rounds: 11, TimeSpan.FromMilliseconds(1), maxWarmUps: 1).Measure(
            [.. FirstResponse.Clients.Select(client => new Work($"{client}, first response of a process", calls => Start(calls, client, server.Address, keys)))]);
        var ratio = measured[1].Nanoseconds.Over(measured[0].Nanoseconds);
        return [new Group(
            "Start of a console app",
            [.. measured.Select(row => new Row(row.Name, row.Nanoseconds.Median, row.Nanoseconds.Noise, null, row.Nanoseconds.Over(measured[0].Nanoseconds).Median))],
            Target.AtMost("console app, start to first response over ordinary Newtonsoft", ratio, 1.25))];
    }

    private static void Start(int times, string client, Uri address, Keys keys)
    {
        for (var i = 0; i < times; i++)
        {
            using var process = ChildProcess.Start(FirstResponse.Command, client, address.AbsoluteUri, keys.ApiKey, keys.Secret);
            var response = process.StandardOutput.ReadLine();
            process.WaitForExit();
            if (response != FirstResponse.Expected)
            {
                throw new InvalidOperationException($"The first response by {client} is '{response}'; it should be '{FirstResponse.Expected}'.");
            }
        }
    }
}
