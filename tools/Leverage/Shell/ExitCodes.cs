namespace Fapi.Leverage.Tool.Shell;

/// <summary>Exit codes of the process; scripts rely on these numbers.</summary>
internal static class ExitCodes
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int WrongInput = 2;
    internal const int Unknown = 3;
    internal const int NotReachable = 4;

    /// <summary>An account is not as its plan wants it, and nothing that is under way changes that.</summary>
    internal const int Differences = 5;

    /// <summary>A plan was applied but for what is blocked, or was lowered to what the brackets allow.</summary>
    internal const int Partly = 6;
}
