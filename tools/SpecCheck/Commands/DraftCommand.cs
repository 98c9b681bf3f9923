using System.CommandLine;

namespace Fapi.SpecCheck.Commands;

internal static class DraftCommand
{
    public static Command Create(AppContext context) => new("draft");
}
