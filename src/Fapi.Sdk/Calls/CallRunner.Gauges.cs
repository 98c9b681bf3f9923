using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Calls;

// What gauges read.
internal sealed partial class CallRunner : IGaugeSource
{
    object? IGaugeSource.Host => Budget;

    int IGaugeSource.HostWeight => Budget!.UsedWeight;

    TimeSpan IGaugeSource.HostBan => Budget!.RemainingBan;

    bool? IGaugeSource.SharesWeight => Budget!.IsShared;

    TimeSpan? IGaugeSource.ClockOffset => Clock.Offset;
}
