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

/// <summary>A body that is not encoded as its headers say, or whose end is cut off.</summary>
internal sealed class CorruptStream : EndlessStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new InvalidDataException();
}
