namespace Fapi.Leverage.Tool.Shell;

/// <summary>Thrown for input that cannot be used; its message is for the user.</summary>
internal sealed class WrongInputException(string message) : Exception($"{message} Nothing was sent.");
