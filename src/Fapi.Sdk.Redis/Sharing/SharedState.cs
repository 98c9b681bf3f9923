using Fapi.Sdk.Weight;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Sharing;

/// <summary>The state that all processes of a scope share, changed by one atomic script.</summary>
/// <param name="connection">Connection to Redis.</param>
/// <param name="key">Key of the scope.</param>
/// <param name="processes">Number of processes that share, as configured.</param>
/// <param name="script">Script to run instead, for a test with a clock of its own.</param>
internal sealed class SharedState(RedisConnection connection, string key, int processes, string? script = null)
{
    internal static readonly string Script = ReadScript();

    private readonly string _script = script ?? Script;
    private readonly RedisKey[] _keys = [key];
    private readonly string _id = Guid.NewGuid().ToString("n").Substring(0, 12);

    /// <summary>Tells and asks.</summary>
    internal async Task<Reply> ExchangeAsync(Contact contact)
    {
        var redis = await connection.GetAsync().ConfigureAwait(false);
        var result = await redis.GetDatabase().ScriptEvaluateAsync(_script, _keys, Arguments(contact))
            .ConfigureAwait(false);
        return Reply.Read((RedisValue[])result!);
    }

    /// <summary>Hears of holds and bans that other processes tell, and when all are to tell their accounts: Redis was
    /// empty, or its clock was set.</summary>
    internal async Task ListenAsync(Action<WeightPause> heard, Action asked)
    {
        var redis = await connection.GetAsync().ConfigureAwait(false);
        var channel = RedisChannel.Literal(key + ":pauses");
        await redis.GetSubscriber().SubscribeAsync(channel, (_, message) =>
        {
            var parts = ((string?)message ?? "").Split(' ');
            if (parts.Length == 3 && parts[0] != _id
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var until))
            {
                if (milliseconds > 0)
                {
                    heard(Reply.Pause(milliseconds, until));
                }
                else
                {
                    asked();
                }
            }
        }).ConfigureAwait(false);
    }

    private RedisValue[] Arguments(Contact contact) =>
    [
        _id,
        contact.BannedUntil.ToUnixTimeMilliseconds(),
        contact.Number,
        contact.Limit,
        processes,
        contact.Account,
        contact.Wanted,
        contact.First,
        contact.Extra,
        contact.Counted,
        Milliseconds(contact.Hold),
        Milliseconds(contact.Ban),
        Milliseconds(contact.Frees),
        contact.Leaves ? 1 : 0,
        contact.Waits ? 1 : 0,
    ];

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);

    private static string ReadScript()
    {
        using var stream = typeof(SharedState).Assembly.GetManifestResourceStream("share.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
