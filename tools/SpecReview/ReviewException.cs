namespace Fapi.SpecReview;

/// <summary>No review is possible; the message says why, in a sentence for the user.</summary>
internal sealed class ReviewException(string message, int exitCode = ExitCodes.CouldNotReview) : Exception(message)
{
    internal int ExitCode => exitCode;
}
