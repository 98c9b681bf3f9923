using Fapi.Sdk.Calls;

namespace Fapi.Sdk.Tests.Reliability;

public sealed class FirstEndTests
{
    private readonly FirstEnd _end = new();
    private readonly TaskCompletionSource _task = new();

    [Fact]
    public void Wait_ends_with_the_task()
    {
        var wait = _end.WaitAsync(_task.Task);
        Assert.False(wait.IsCompleted);

        _task.SetResult();

        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void Wait_ends_with_the_task_that_failed()
    {
        var wait = _end.WaitAsync(_task.Task);

        _task.SetException(new IOException());

        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void Signal_ends_one_wait_once()
    {
        var first = _end.WaitAsync(_task.Task);
        _end.Signal();
        _end.Signal();
        Assert.True(first.IsCompletedSuccessfully);

        var second = _end.WaitAsync(new TaskCompletionSource().Task);

        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void Task_that_ends_after_the_signal_changes_nothing()
    {
        var wait = _end.WaitAsync(_task.Task);
        _end.Signal();

        _task.SetResult();

        Assert.True(wait.IsCompletedSuccessfully);
    }
}
