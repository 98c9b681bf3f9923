using Fapi.Benchmarks.Commands;
using Fapi.Benchmarks.Suites;

// Before anything else is loaded: what a console app takes to start is what is measured.
if (args is [FirstResponse.Command, var client, var address, var apiKey, var secret])
{
    await FirstResponse.RunAsync(client, address, apiKey, secret);
    return 0;
}

return await BenchmarksApp.RunAsync(args, Console.Out, Console.Error);
