using Fapi.Sdk.Weight;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Sharing;

/// <summary>What the shared state said to a <see cref="Contact"/>.</summary>
internal sealed record Reply
{
    /// <summary>Weight that the process may send now.</summary>
    internal long Granted { get; private init; }

    /// <summary>Weight of all others on the IP.</summary>
    internal long Others { get; private init; }

    /// <summary>Number of processes that share, this one included.</summary>
    internal int Members { get; private init; }

    /// <summary>Time until the state can be trusted, as it was empty; zero when it can.</summary>
    internal TimeSpan Settles { get; private init; }

    /// <summary>Time after which it is worth asking again for what was not granted.</summary>
    internal TimeSpan Wait { get; private init; }

    /// <summary>Weight that the process may send of what was free, should it lose Redis.</summary>
    internal long Spare { get; private init; }

    /// <summary>Holds and bans, with the time that is left of each.</summary>
    internal IReadOnlyList<WeightPause> Pauses { get; private init; } = [];

    internal static Reply Read(RedisValue[] values) => new()
    {
        Granted = (long)values[0],
        Others = (long)values[1],
        Members = (int)values[2],
        Settles = TimeSpan.FromMilliseconds((long)values[3]),
        Wait = TimeSpan.FromMilliseconds((long)values[4]),
        Spare = (long)values[5],
        Pauses = [Pause((long)values[6], 0), Pause((long)values[7], (long)values[8])],
    };

    /// <param name="left">Milliseconds until its end.</param>
    /// <param name="until">End of a ban in the time of the exchange, in Unix milliseconds; 0 for a hold.</param>
    internal static WeightPause Pause(long left, long until) => new(
        TimeSpan.FromMilliseconds(left), until == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(until));
}
