namespace Fapi.Sdk.Calls;

/// <summary>Calls to be used again: as many as were ever under way at once.</summary>
internal sealed class CallPool(TimeProvider time)
{
    private readonly IdleItems<Call> _idle = new();

    internal Call Rent(FapiOperation operation, TimeSpan timeout)
    {
        if (!_idle.TryTake(out var call))
        {
            call = new Call(time);
        }

        call.Begin(operation, timeout);
        return call;
    }

    internal void Return(Call call)
    {
        call.End();
        _idle.Add(call);
    }
}
