namespace Fapi.SpecCheck.Tests.Fetching;

/// <summary>A body that goes on for ever.</summary>
internal class EndlessStream : MemoryStream
{
    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(buffer.Length);
}

/// <summary>A body of which nothing more comes.</summary>
internal sealed class StuckStream : EndlessStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return 1;
    }
}
