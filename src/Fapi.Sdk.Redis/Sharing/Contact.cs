using Fapi.Sdk.Weight;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Sharing;

/// <summary>One call of a process to the shared state: its account, and what it asks for.</summary>
/// <param name="Number">Rises with each call: an older one that arrives late changes nothing.</param>
/// <param name="Limit">Weight that a minute may hold; 0 until a call has said so, and nothing may be sent.</param>
/// <param name="Account">Weight that this process holds, has under way, or sent within the last minute.</param>
/// <param name="Wanted">Weight that calls wait for.</param>
/// <param name="First">Weight of the first call that waits.</param>
/// <param name="Extra">Weight to have at hand for the calls to come, where there is plenty.</param>
/// <param name="Counted">Weight that the exchange counted for the IP; 0 when that is no news.</param>
/// <param name="Hold">Time until a hold ends; zero without one.</param>
/// <param name="Ban">Time until a ban ends; zero without one.</param>
/// <param name="BannedUntil">End of the ban in the time of the exchange.</param>
/// <param name="Frees">Time until the next weight of this process is a minute old.</param>
/// <param name="Waits">True while calls wait for what was not granted before.</param>
/// <param name="Leaves">True when the process sends nothing any more.</param>
internal sealed record Contact(
    long Number, int Limit, long Account, long Wanted, int First, long Extra, int Counted, TimeSpan Hold, TimeSpan Ban,
    DateTimeOffset BannedUntil, TimeSpan Frees, bool Waits, bool Leaves);

/// <summary>What the shared state said to it.</summary>
/// <param name="Granted">Weight that the process may send now.</param>
/// <param name="Others">Weight of all others on the IP.</param>
/// <param name="Members">Number of processes that share, this one included.</param>
/// <param name="Settles">Time until the state can be trusted, as it was empty; zero when it can.</param>
/// <param name="Wait">Time after which it is worth asking again for what was not granted.</param>
/// <param name="Spare">Weight that the process may send of what was free, should it lose Redis.</param>
/// <param name="Pauses">Holds and bans, with the time that is left of each.</param>
internal sealed record Reply(
    long Granted, long Others, int Members, TimeSpan Settles, TimeSpan Wait, long Spare, WeightPause[] Pauses)
{
    internal static Reply Read(RedisValue[] values) => new(
        Granted: (long)values[0],
        Others: (long)values[1],
        Members: (int)values[2],
        Settles: TimeSpan.FromMilliseconds((long)values[3]),
        Wait: TimeSpan.FromMilliseconds((long)values[4]),
        Spare: (long)values[5],
        Pauses: [Pause((long)values[6], 0), Pause((long)values[7], (long)values[8])]);

    /// <param name="left">Milliseconds until its end.</param>
    /// <param name="until">End of a ban in the time of the exchange, in Unix milliseconds; 0 for a hold.</param>
    internal static WeightPause Pause(long left, long until) => new(
        TimeSpan.FromMilliseconds(left), until == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(until));
}
