namespace Fapi.Leverage;

/// <summary>What the user gave cannot be used; the message is what the user reads.</summary>
internal sealed class WrongInputException(string message) : Exception(message);
