using System.Diagnostics.Metrics;
using Fapi.Sdk.Redis.Sharing;
using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Redis;

// One call to Redis at a time: what comes meanwhile goes into the next, so the busier the process the fewer the calls.
public sealed partial class RedisWeightBudget
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);
    // The exchange's count says something of weight that has not grown old since.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    // Weight at hand is what was used in so long; what nobody takes in the longer time goes back.
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);

    // Under the SDK's meter, which measures the weight itself.
    private static readonly Counter<long> Commands = new Meter(FapiTelemetry.MeterName).CreateCounter<long>(
        "fapi.client.redis.commands", "{command}", "Commands that were sent to Redis to share request weight.");

    private readonly SemaphoreSlim _signal = new(0, 1);
    private long _number;
    private int _limit;
    private long _taken;
    private long _extra;
    private long _spare;
    private TimeSpan _settles;
    private int _counted;
    private long _countedAt;
    private long _lastContact;
    private long _askAgainAt;
    private bool _hasNews;
    private bool _listens;
    private bool _isLost;
    private volatile bool _leaves;

    /// <summary>Leaves the others, so that they need not wait for this process, and closes the connection unless it is
    /// the app's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_leaves)
        {
            return;
        }

        _leaves = true;
        Tell();
        await _contacts.ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Calls Redis soon, for what has to be told.</summary>
    private void Tell()
    {
        lock (_lock)
        {
            _hasNews = true;
        }

        Wake();
    }

    private void Wake()
    {
        lock (_signal)
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    private async Task StayInContactAsync()
    {
        for (var hasLeft = false; !hasLeft;)
        {
            await _signal.WaitAsync().ConfigureAwait(false);
            if (NextContact() is not { } contact)
            {
                continue;
            }

            hasLeft = contact.Leaves;
            try
            {
                Apply(contact, await ExchangeAsync(contact).ConfigureAwait(false));
            }
            catch (Exception e)
            {
                // Whatever it is: the process goes on alone, and asks again.
                Lose(e);
            }

            SetTimer();
        }
    }

    private async Task<Reply> ExchangeAsync(Contact contact)
    {
        Commands.Add(1, new KeyValuePair<string, object?>("fapi.scope", _options.Scope));
        var reply = _state.ExchangeAsync(contact);
        if (!_listens)
        {
            _listens = true;
            _ = ListenAsync();
        }

        try
        {
            return await reply.WaitAsync(_options.Timeout, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nobody reads what it ends in.
            _ = reply.ContinueWith(
                late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
            throw;
        }
    }

    /// <returns>Null when there is nothing to tell: who woke this was served meanwhile.</returns>
    private Contact? NextContact()
    {
        lock (_lock)
        {
            if (_asks.Count == 0 && !_hasNews)
            {
                return null;
            }

            _hasNews = false;
            var elapsed = Math.Max(_time.GetElapsedTime(_lastContact).TotalMilliseconds, 1);
            _extra = (long)(_taken * Lease.TotalMilliseconds / elapsed);
            _taken = 0;
            _free = Math.Min(_free, _extra);
            var asks = _asks.Where(ask => ask.IsOpen).ToList();
            var wanted = asks.Sum(ask => ask.Weight + ask.Behind);
            var contact = new Contact(
                Number: ++_number,
                Limit: _limit,
                Account: _own.UsedWeight + _free,
                Wanted: Math.Max(0, wanted - _free),
                First: asks.Count > 0 ? asks[0].Weight : 0,
                Extra: Math.Max(0, _extra - _free),
                Counted: _time.GetElapsedTime(_countedAt) < Fresh ? _counted : 0,
                Hold: _hold.Remaining(_time),
                Ban: _ban.Remaining(_time),
                BannedUntil: _ban.Told,
                Frees: _own.UntilNextIsFree(),
                Waits: Now < _askAgainAt,
                Leaves: _leaves);
            _counted = 0;
            return contact;
        }
    }

    private void SetTimer()
    {
        lock (_lock)
        {
            var next = _mode == SharingMode.Alone || _settles > Retry ? Retry
                : _settles > TimeSpan.Zero ? _settles
                : _free > 0 ? Idle
                : Heartbeat;
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }
}
