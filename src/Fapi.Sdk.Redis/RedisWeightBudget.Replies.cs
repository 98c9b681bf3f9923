using Fapi.Sdk.Redis.Sharing;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis;

// What follows from a reply, or from none.
public sealed partial class RedisWeightBudget
{
    private bool IsSilent => _time.GetElapsedTime(_lastContact) > LongestSilence;

    // What is known of the whole IP.
    private long Fleet => _others + _own.UsedWeight + _free;

    private void Apply(Contact contact, Reply reply)
    {
        lock (_lock)
        {
            _lastContact = Now;
            (_others, _members, _settles) = (reply.Others, reply.Members, reply.Settles);
            if (reply.Settles > TimeSpan.Zero)
            {
                LeaveShared();
                Enter(SharingMode.Settling);
                Serve(isShort: true);
            }
            else
            {
                Enter(SharingMode.Shared);
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
            var isTaken = ask.IsOpen
                && (IsAlone ? TryReserveAlone(ask.Weight, ask.Limit) : TryTake(ask.Weight, ask.Limit));
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

    private bool TryTake(int weight, int limit)
    {
        if (_free < weight || IsTooMuch(weight, limit))
        {
            return false;
        }

        _free -= weight;
        _taken += weight;
        _own.Reserve(weight);
        if (_free < _extra / 4)
        {
            Tell();
        }

        return true;
    }

    // A client that may use less than others of this process looks at all that is used.
    private bool IsTooMuch(int weight, int limit) => limit < _limit && Fleet - _free + weight > limit;

    private void Lose(Exception reason)
    {
        lock (_lock)
        {
            LeaveShared();
            var isNew = !_isLost;
            Enter(SharingMode.Alone);
            if (isNew)
            {
                Log.RedisIsLost(_logger, _options.Scope, Sharers, Reason(reason));
            }

            Serve(isShort: true);
        }
    }

    private void Enter(SharingMode mode)
    {
        _isLost |= mode == SharingMode.Alone;
        if (_isLost && mode == SharingMode.Shared)
        {
            _isLost = false;
            Log.RedisIsBack(_logger, _options.Scope);
        }

        _mode = mode;
    }

    // Words of its own: a message of the connection may quote where Redis is.
    private static string Reason(Exception reason) => reason switch
    {
        RedisConnectionException e => $"connection: {e.FailureType}",
        RedisServerException e => $"refused: {e.Message.Split(' ')[0]}",
        _ => reason.GetType().Name,
    };
}
