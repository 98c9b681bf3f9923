using Fapi.Sdk.Redis.Sharing;
using Fapi.Sdk.Weight;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fapi.Sdk.Redis;

/// <summary>Shares request weight, holds and bans with all processes behind one IP. Set it as <see
/// cref="Options.LimitOptions.Budget"/> of every client of the process.</summary>
/// <remarks>Weight is taken from Redis in small leases and dated by this process; Redis holds one account for each
/// process. Without Redis the process keeps to a part of the limit that was its own before, and returns by
/// itself.</remarks>
public sealed partial class RedisWeightBudget : IWeightBudget, IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly RedisBudgetOptions _options;
    private readonly ILogger _logger;
    private readonly RedisConnection _connection;
    private readonly SharedState _state;
    private readonly ProcessBudget _own;
    private readonly Queue<Ask> _asks = new();
    private readonly ITimer _timer;
    private readonly Task _contacts;

    // Granted and not reserved yet.
    private long _free;

    // Weight of all others, as last heard.
    private long _others;

    private SharingMode _mode;

    /// <summary>Begins to share.</summary>
    /// <param name="options">Where Redis is, and with whom to share.</param>
    /// <param name="loggerFactory">Says when Redis is lost and when it is back; null for nobody.</param>
    /// <param name="timeProvider">Measures this process's weight; null for the system's clock.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong.</exception>
    public RedisWeightBudget(
        RedisBudgetOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, "", loggerFactory, timeProvider)
    {
    }

    internal RedisWeightBudget(
        RedisBudgetOptions options, string host, ILoggerFactory? loggerFactory, TimeProvider? timeProvider,
        string? script = null)
    {
        RedisBudgetOptionsValidator.ThrowIfInvalid(options);
        _options = options;
        _logger = loggerFactory?.CreateLogger(Log.Category) ?? NullLogger.Instance;
        _time = timeProvider ?? TimeProvider.System;
        _own = new ProcessBudget(_time);
        _connection = new RedisConnection(options);
        _connection.Changed += Tell;
        _state = new SharedState(_connection, $"fapi:{{{options.Scope}{host}}}", options.Processes, script);
        _timer = _time.CreateTimer(_ => Tell(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _contacts = Task.Run(StayInContactAsync);
    }

    /// <inheritdoc/>
    public event Action<WeightPause>? PauseLearned;

    /// <inheritdoc/>
    public int UsedWeight
    {
        get
        {
            lock (_lock)
            {
                return (int)Math.Min(Fleet, int.MaxValue);
            }
        }
    }

    /// <inheritdoc/>
    public string? Trouble => _isLost
        ? $"Redis is not reached: this process keeps to a part of the request weight, 1 of {Sharers}, until it is back."
        : null;

    private long Now => _time.GetTimestamp();

    /// <inheritdoc/>
    public ValueTask<bool> TryReserveAsync(int weight, int limit, long behind, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (limit > _limit)
            {
                _limit = limit;
                Tell();
            }

            if (IsAlone)
            {
                return new ValueTask<bool>(TryReserveAlone(weight, limit));
            }

            if (_asks.Count == 0 && _mode == SharingMode.Shared && !IsSilent)
            {
                if (TryTake(weight, limit))
                {
                    return new ValueTask<bool>(true);
                }

                if (IsTooMuch(weight, limit) || Now < _askAgainAt)
                {
                    return new ValueTask<bool>(false);
                }
            }

            var ask = new Ask(weight, limit, behind, cancellationToken);
            _asks.Enqueue(ask);
            Wake();
            return new ValueTask<bool>(ask.Task);
        }
    }

    /// <inheritdoc/>
    public TimeSpan UntilRoom(int weight, long ahead, int limit)
    {
        lock (_lock)
        {
            if (IsAlone)
            {
                return UntilRoomAlone(weight, ahead, limit);
            }

            var minutes = TimeSpan.FromMinutes(ahead / limit);
            return Now < _askAgainAt ? minutes + _time.GetElapsedTime(Now, _askAgainAt)
                : _free >= weight + ahead ? TimeSpan.Zero
                : minutes + ShortestWait;
        }
    }

    /// <inheritdoc/>
    public void Release(int weight)
    {
        lock (_lock)
        {
            _own.Release(weight);
            if (_mode == SharingMode.Shared)
            {
                _free += weight;
            }
        }
    }

    /// <inheritdoc/>
    public bool TrySend(int weight)
    {
        lock (_lock)
        {
            // The account of a process that slept is no longer kept for it.
            if (_mode == SharingMode.Shared && IsSilent)
            {
                return false;
            }

            return _own.TrySend(weight);
        }
    }

    /// <inheritdoc/>
    public bool Complete(int weight, int? usedWeight)
    {
        lock (_lock)
        {
            _own.Complete(weight, usedWeight: null);
            if (usedWeight > Fleet)
            {
                (_counted, _countedAt) = (usedWeight.Value, Now);
            }

            return false;
        }
    }
}
