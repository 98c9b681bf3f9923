using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sandbox.Tests.Support;

internal static class Sandboxes
{
    /// <summary>Start of the clocks of these tests: the timestamp of the signature vectors.</summary>
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1736393892000);

    public static FakeTimeProvider Clock() => new(Start);

    /// <summary>An exchange for tests that send wrong requests on purpose.</summary>
    public static SandboxExchange Unchecked(TimeProvider? clock = null, Action<SandboxOptions>? configure = null) =>
        SandboxExchange.Start(o =>
        {
            o.CheckContract = false;
            o.TimeProvider = clock ?? Clock();
            configure?.Invoke(o);
        });
}
