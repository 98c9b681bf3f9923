using System.Diagnostics;
using System.Text.Json;
using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tests.Applying;

public sealed class JournalTests : IDisposable
{
    private const string One = "symbols: { BTCUSDT: { leverage: 5 } }";
    private const string All = "defaults: { leverage: 5, marginType: ISOLATED }";
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Each_change_stands_in_the_journal_before_and_after_it()
    {
        await using var exchange = new Exchange();

        await ApplyAsync(exchange, One);

        Assert.Equal(
            ["run", "begin BTCUSDT leverage → 5", "end BTCUSDT leverage → 5 Done", "complete"], Lines().Select(Short));
    }

    [Fact]
    public async Task Lines_before_and_after_a_change_are_on_disk_before_the_next_request_leaves()
    {
        await using var exchange = new Exchange();
        string[] seen = [];
        exchange.Sandbox.Faults.Next(
            Fault.Raw(_ =>
            {
                seen = [.. Lines().Select(Short)];
                return [];
            }),
            "changeInitialLeverage");

        await ApplyAsync(exchange, "symbols: { BTCUSDT: { leverage: 5, marginType: ISOLATED } }");

        Assert.Equal(
            ["run", "begin BTCUSDT margin type → ISOLATED", "end BTCUSDT margin type → ISOLATED Done",
                "begin BTCUSDT leverage → 5"],
            seen);
    }

    [Fact]
    public async Task Last_line_is_on_disk_before_the_account_is_read_back()
    {
        await using var exchange = new Exchange();
        var seen = "";
        using var journal = LeverageJournal.Open(_path, "main");
        var changes = await exchange.PlanAsync(One);
        var progress = new Told(_ => exchange.Sandbox.Faults.Next(
            Fault.Raw(_ =>
            {
                seen = Short(Lines()[^1]);
                return [];
            }),
            "symbolConfiguration"));

        await exchange.Manager.ApplyAsync(changes, new ApplyOptions { Journal = journal, Progress = progress });

        Assert.Equal("end BTCUSDT leverage → 5 Done", seen);
    }

    [Fact]
    public async Task Run_that_ended_early_is_resumed_and_repeats_nothing_that_was_done()
    {
        await using var exchange = new Exchange();
        using var cancellation = new CancellationTokenSource();
        var first = await ApplyAsync(
            exchange, All, new Told(item => CancelAfterThree(item, cancellation)), cancellation.Token);

        var second = await ApplyAsync(exchange, All);

        Assert.Equal("It was cancelled.", first.EndedBy);
        Assert.Null(second.EndedBy);
        Assert.Empty((await exchange.PlanAsync(All)).All);
        Assert.Equal(8, exchange.Changes.Count());
        Assert.Equal("complete", Short(Lines()[^1]));
    }

    [Fact]
    public async Task Change_that_the_journal_proves_done_is_not_sent_again_when_something_else_undid_it()
    {
        await using var exchange = new Exchange();
        await ApplyAsync(exchange, One);
        CutLines(1);
        exchange.Account.SetLeverage("BTCUSDT", 10);

        var item = Assert.Single((await ApplyAsync(exchange, One)).All);
        CutLines(2);
        var second = Assert.Single((await ApplyAsync(exchange, One)).All);

        Assert.Equal(ChangeOutcome.NotTried, item.Outcome);
        Assert.StartsWith("The journal says that it was done; something else has changed it since.", item.Message,
            StringComparison.Ordinal);
        Assert.Equal(ChangeOutcome.Done, second.Outcome);
        Assert.Equal(2, exchange.Changes.Count());
    }

    [Fact]
    public async Task Confirmation_that_the_read_back_refutes_is_no_proof()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(
            Fault.Response(200, """{"symbol":"BTCUSDT","leverage":5,"maxNotionalValue":"1"}"""),
            "changeInitialLeverage");

        await ApplyAsync(exchange, One);
        var item = Assert.Single((await ApplyAsync(exchange, One)).All);

        Assert.Equal(ChangeOutcome.Done, item.Outcome);
    }

    [Fact]
    public async Task Complete_journal_is_begun_anew_by_any_plan()
    {
        await using var exchange = new Exchange();
        await ApplyAsync(exchange, One);
        exchange.Account.SetLeverage("BTCUSDT", 10);

        var same = await ApplyAsync(exchange, One);
        var other = await ApplyAsync(exchange, All);

        Assert.Equal(ChangeOutcome.Done, Assert.Single(same.All).Outcome);
        Assert.Equal(7, other.All.Count(item => item.Outcome == ChangeOutcome.Done));
    }

    [Fact]
    public async Task Journal_of_another_plan_is_refused()
    {
        await using var exchange = new Exchange();
        await ApplyAsync(exchange, One);
        CutLines(1);

        var e = await Assert.ThrowsAsync<InvalidDataException>(() => ApplyAsync(exchange, All));

        Assert.Equal($"{_path} is the journal of another plan, whose run is not complete. Apply that plan first, or "
            + "name another file for the journal. Nothing was sent.", e.Message);
        Assert.Single(exchange.Changes);
    }

    [Fact]
    public async Task Journal_of_another_account_is_refused()
    {
        await using var exchange = new Exchange();
        await ApplyAsync(exchange, One);

        var e = Assert.Throws<InvalidDataException>(() => LeverageJournal.Open(_path, "hedge"));

        Assert.Equal($"{_path} is the journal of the account 'main', not of 'hedge'. Name another file for the "
            + "journal.", e.Message);
    }

    [Fact]
    public async Task Torn_last_line_is_cut_off_wherever_it_is_torn()
    {
        await using var exchange = new Exchange();
        await ApplyAsync(exchange, One);
        var bytes = File.ReadAllBytes(_path);

        for (var length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(_path, bytes[..length]);
            LeverageJournal.Open(_path, "main").Dispose();
            var end = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, length - 1)) + 1;
            Assert.Equal(bytes[..end], File.ReadAllBytes(_path));
        }

        File.WriteAllBytes(_path, bytes[..^60]);
        await ApplyAsync(exchange, One);
        Assert.Equal("complete", Short(Lines()[^1]));
    }

    [Theory]
    [InlineData("{\"run\":\"x\",\"account\":\"main\"}\nhello\n{\"complete\":\"x\"}\n", "Line 2 of ")]
    [InlineData("{\"run\":\"x\",\"account\":\"main\"}\n{\"other\":1}\n", "Line 2 of ")]
    [InlineData("{\"run\":5}\n", "Line 1 of ")]
    [InlineData("[]\n", "Line 1 of ")]
    [InlineData("my notes", " is no journal. Name another file for the journal.")]
    public void File_that_is_no_journal_is_refused_and_left_as_it_is(string text, string message)
    {
        File.WriteAllText(_path, text);

        var e = Assert.Throws<InvalidDataException>(() => LeverageJournal.Open(_path, "main"));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_path));
    }

    [Fact]
    public void Journal_is_open_once()
    {
        using var journal = LeverageJournal.Open(_path);

        Assert.Throws<IOException>(() => LeverageJournal.Open(_path));
    }

    private async Task<LeverageReport> ApplyAsync(
        Exchange exchange, string plan, Told? progress = null, CancellationToken cancellationToken = default)
    {
        using var journal = LeverageJournal.Open(_path, "main");
        return await exchange.Manager.ApplyAsync(
            await exchange.PlanAsync(plan),
            new ApplyOptions { Journal = journal, Progress = progress, Parallel = 1 },
            cancellationToken);
    }

    private static void CancelAfterThree(LeverageProgress progress, CancellationTokenSource cancellation)
    {
        if (progress.Completed == 3)
        {
            cancellation.Cancel();
        }
    }

    // By another process: this one may not open the file twice.
    private string[] Lines()
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [_path]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void CutLines(int count) => File.WriteAllLines(_path, Lines()[..^count]);

    private static string Short(string line)
    {
        var json = JsonDocument.Parse(line).RootElement.EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetString());
        return json.ContainsKey("run") ? "run" : json.ContainsKey("complete") ? "complete"
            : json.TryGetValue("begin", out var begin) ? $"begin {begin}" : $"end {json["end"]} {json["outcome"]}";
    }
}
