namespace Fapi.Sandbox.Messages;

/// <param name="Name">Name after decoding.</param>
/// <param name="Value">Value after decoding; null when it is not UTF-8, percent-encoded where it is not ASCII.</param>
/// <param name="InBody">Whether it came in the form body; otherwise it came in the query.</param>
internal sealed record SentParameter(string Name, string? Value, bool InBody);
