namespace Fapi.Leverage.Tool.Shell;

/// <summary>Exit codes of the process; scripts rely on these numbers.</summary>
internal static class ExitCodes
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int WrongInput = 2;
    internal const int Unknown = 3;
    internal const int NotReachable = 4;
}
