using Fapi.Sdk.Time;

namespace Fapi.Sdk.Responses;

/// <summary>The wait that an error response asks for, by its header or by the end of a ban in its message.</summary>
/// <remarks>Measured by the clock of the exchange: the <c>Date</c> of the response, else what is known of it.</remarks>
/// <param name="RetryAfter">Time to wait; null when nothing was told.</param>
/// <param name="Until">End of that time.</param>
/// <param name="IsBan">True when the message tells of a ban that goes on.</param>
internal readonly record struct RequestedWait(TimeSpan? RetryAfter, DateTimeOffset? Until, bool IsBan)
{
    private const int BannedStatus = 418;
    private const string BannedUntil = "banned until ";

    // Milliseconds since 1970; fewer are no time that is to come.
    private const int FewestDigits = 13;

    /// <param name="response">The response.</param>
    /// <param name="message">Text that the exchange sent with it.</param>
    /// <param name="clock">Time of the exchange, where the response does not tell it.</param>
    internal static RequestedWait Read(HttpResponseMessage response, string message, DateTimeOffset clock)
    {
        var now = response.Headers.Date ?? clock;
        var wait = ResponseHeaders.RetryAfter(response, now);
        if (wait == TimeSpan.Zero && (int)response.StatusCode == BannedStatus)
        {
            // A ban lasts longer: its length was not told.
            wait = null;
        }

        var end = EndOfBan(message);
        if (end > now)
        {
            return end - now >= (wait ?? TimeSpan.Zero)
                ? new RequestedWait(end - now, end, true)
                : new RequestedWait(wait, now.AddSaturated(wait!.Value), true);
        }

        return new RequestedWait(wait, wait is null ? null : now.AddSaturated(wait.Value), false);
    }

    private static DateTimeOffset? EndOfBan(string message)
    {
        var start = message.IndexOf(BannedUntil, StringComparison.OrdinalIgnoreCase) + BannedUntil.Length;
        if (start < BannedUntil.Length)
        {
            return null;
        }

        var digits = new string([.. message.Skip(start).TakeWhile(c => c is >= '0' and <= '9')]);
        var isLong = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var end);
        return digits.Length < FewestDigits ? null : SaturatedTime.FromUnixMilliseconds(isLong ? end : long.MaxValue);
    }
}
