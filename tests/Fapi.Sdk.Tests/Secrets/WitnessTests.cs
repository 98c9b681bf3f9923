using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>A leak by any way that the witness watches is seen.</summary>
[Collection(nameof(Secrets))]
public sealed class WitnessTests
{
    private const string Leak = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static readonly Dictionary<string, Action<Witness>> Ways = new()
    {
        ["log 7"] = witness => Log(witness, 7, "text", text: Leak),
        ["log 8"] = witness => Log(witness, 8, "text", new InvalidOperationException(Leak)),
        ["state of a log"] = witness => Log(witness, 9, new Dictionary<string, object?> { ["leak"] = Leak }),
        ["span of leaky"] = _ => InSpan(span => span.SetTag("leak", Leak)),
        ["span of leaky, status"] = _ => InSpan(span => span.SetStatus(ActivityStatusCode.Error, Leak)),
        ["span of leaky, event"] = _ => InSpan(
            span => span.AddEvent(new ActivityEvent("leak", tags: new() { { "leak", Leak } }))),
        ["metric leak"] = _ => Count(),
        ["exception"] = witness => witness.See(
            new InvalidOperationException("outer", new InvalidOperationException(Leak))),
        ["exception data"] = witness => witness.See(
            new InvalidOperationException("outer", new InvalidOperationException { Data = { ["leak"] = Leak } })),
        ["debugger, Open"] = witness => witness.See(new Open(Leak)),
        ["debugger, Shown"] = witness => witness.See(new Shown(Leak)),
        ["serialised AnonymousType"] = witness => witness.See(new { Leak }),
    };

    public static TheoryData<string> All => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Leak_is_seen(string way)
    {
        using var witness = new Witness();

        Ways[way](witness);

        var found = new SecretSearch().Plant("leak", Leak).Find(witness.Texts);
        Assert.Contains(
            found,
            leak => leak.Replace("<>f__", "", StringComparison.Ordinal)
                .StartsWith($"leak in {way.Split(',')[0]}", StringComparison.Ordinal));
    }

    [Fact]
    public void Member_that_a_debugger_does_not_show_is_no_leak()
    {
        using var witness = new Witness();

        witness.See(new Hidden(Leak));

        Assert.Empty(new SecretSearch().Plant("leak", Leak).Find(witness.Texts));
    }

    private static void Log<TState>(
        Witness witness, int id, TState state, Exception? exception = null, string text = "") =>
        witness.Logs.Log(LogLevel.Trace, new EventId(id), state, exception, (_, _) => text);

    private static void InSpan(Action<Activity> leak)
    {
        using var source = new ActivitySource("leaky");
        using var span = source.StartActivity("work");
        leak(span!);
    }

    private static void Count()
    {
        using var meter = new Meter("leaky");
        meter.CreateCounter<int>("leak").Add(1, new KeyValuePair<string, object?>("leak", Leak));
    }

    private sealed class Open(string secret)
    {
        private readonly string _secret = secret;

        public override string ToString() => $"of {_secret.Length}";
    }

    [DebuggerDisplay("{Reveal(),nq}")]
    private sealed class Shown(string secret)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private readonly string _secret = secret;

        private string Reveal() => _secret;
    }

    [DebuggerDisplay("hidden")]
    private sealed class Hidden(string secret)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        private readonly string _secret = secret;

        public override string ToString() => $"of {_secret.Length}";
    }
}
