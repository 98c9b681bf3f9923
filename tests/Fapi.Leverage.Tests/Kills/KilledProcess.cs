using System.Diagnostics;
using Fapi.Leverage.Tests.Support;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Tests.Kills;

/// <summary>A process that applies a plan with a journal and says each change; to be killed.</summary>
internal static class KilledProcess
{
    internal const string Command = "apply-until-killed";

    internal const string Plan = "defaults: { leverage: 4, marginType: ISOLATED }";

    /// <summary>Starts it and kills it by SIGKILL once it has said so many changes; at its start for zero.</summary>
    internal static async Task StartAndKillAsync(Exchange exchange, string journal, int changes)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                Command, exchange.Sandbox.BaseAddress.ToString(), exchange.Account.Hmac.ApiKey,
                exchange.Account.Hmac.Secret, journal,
            ])
        { RedirectStandardOutput = true })!;
        for (var said = 0; said < changes; said++)
        {
            await process.StandardOutput.ReadLineAsync();
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    internal static async Task<int> RunAsync(string[] args)
    {
        using var client = new FapiClient(
            new FapiClientOptions { BaseAddress = new Uri(args[0]), ApiKey = args[1], ApiSecret = args[2] });
        using var journal = LeverageJournal.Open(args[3]);
        var manager = new LeverageManager(client);
        var changes = await manager.PlanAsync(LeveragePlan.Parse(Plan, "p"));
        var progress = new Told(item => Console.Out.WriteLine(item.Latest.Change));
        await manager.ApplyAsync(changes, new ApplyOptions { Journal = journal, Progress = progress });
        return 0;
    }
}
