using Fapi.Sdk.Redis.Sharing;
using StackExchange.Redis;

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
        RedisInstruments.Commands.Add(1, RedisInstruments.Tags(this));
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

    private async Task ListenAsync()
    {
        try
        {
            await _state.ListenAsync(Hear, Tell).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Pauses are heard with the next contact, too.
            _listens = false;
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
            var contact = new Contact
            {
                Number = ++_number,
                Limit = _limit,
                Account = _own.Used(Now) + _free,
                Wanted = Math.Max(0, wanted - _free),
                First = asks.Count > 0 ? asks[0].Weight : 0,
                Extra = Math.Max(0, _extra - _free),
                Counted = _time.GetElapsedTime(_countedAt) < Fresh ? _counted : 0,
                Hold = _hold.Left(_time),
                Ban = _ban.Left(_time),
                BannedUntil = _ban.Told,
                Frees = _own.UntilNextIsFree(Now),
                Waits = Now < _askAgainAt,
                Leaves = _leaves,
            };
            _counted = 0;
            return contact;
        }
    }

    private void Apply(Contact contact, Reply reply)
    {
        lock (_lock)
        {
            _lastContact = Now;
            (_others, _members, _settles) = (reply.Others, reply.Members, reply.Settles);
            if (reply.Settles > TimeSpan.Zero)
            {
                LeaveShared();
                Enter(Mode.Settling);
                ServeAlone();
            }
            else
            {
                Enter(Mode.Shared);
                _spare = reply.Spare;
                _free += reply.Granted;
                var isShort = reply.Granted < contact.Wanted;
                _askAgainAt = isShort ? Now + (long)(reply.Wait.TotalSeconds * _time.TimestampFrequency) : _askAgainAt;
                Serve(isShort);
            }
        }

        foreach (var pause in reply.Pauses)
        {
            Hear(pause);
        }
    }

    /// <summary>Serves those who asked, in their order.</summary>
    /// <param name="isShort">There is no more for those who remain; else the next contact asks for them.</param>
    private void Serve(bool isShort)
    {
        while (_asks.Count > 0)
        {
            var ask = _asks.Peek();
            var isTaken = ask.IsOpen && TryTake(ask.Weight, ask.Limit);
            if (ask.IsOpen && !isTaken && !isShort && !IsTooMuch(ask.Weight, ask.Limit))
            {
                break;
            }

            _asks.Dequeue();
            if (!ask.TryAnswer(isTaken) && isTaken)
            {
                Release(ask.Weight);
            }
        }

        if (_asks.Count > 0)
        {
            Wake();
        }
    }

    private void ServeAlone()
    {
        while (_asks.Count > 0)
        {
            var ask = _asks.Dequeue();
            var isReserved = ask.IsOpen && TryReserveAlone(ask.Weight, ask.Limit);
            if (!ask.TryAnswer(isReserved) && isReserved)
            {
                Release(ask.Weight);
            }
        }
    }

    private void Lose(Exception reason)
    {
        lock (_lock)
        {
            LeaveShared();
            var isNew = !_isLost;
            Enter(Mode.Alone);
            if (isNew)
            {
                Log.RedisIsLost(_logger, _options.Scope, Sharers, Reason(reason));
            }

            ServeAlone();
        }
    }

    private void Enter(Mode mode)
    {
        _isLost |= mode == Mode.Alone;
        if (_isLost && mode == Mode.Shared)
        {
            _isLost = false;
            Log.RedisIsBack(_logger, _options.Scope);
        }

        _mode = mode;
    }

    private void SetTimer()
    {
        lock (_lock)
        {
            var next = _mode == Mode.Alone || _settles > Retry ? Retry
                : _settles > TimeSpan.Zero ? _settles
                : _free > 0 ? Idle
                : Heartbeat;
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }

    // Words of its own: a message of the connection may quote where Redis is.
    private static string Reason(Exception reason) => reason switch
    {
        RedisConnectionException e => $"connection: {e.FailureType}",
        RedisServerException e => $"refused: {e.Message.Split(' ')[0]}",
        _ => reason.GetType().Name,
    };
}
