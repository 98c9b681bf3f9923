namespace Fapi.Contract.Linting;

internal sealed class TypeNameRule : LintRule
{
    // Namespaces that apps use without a word, and assemblies that define their types.
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly Type[] Known =
        [typeof(object), typeof(Uri), typeof(Enumerable), typeof(Stack<>), typeof(HttpClient)];

    public override IEnumerable<LintError> Check(LintedSpec spec) => spec.Types
        .Where(type => spec.Code.Types.Contains(type.TypeName) || IsOfNet(type.TypeName))
        .Select(type => new LintError(
            type.Schema,
            $"Schema '{type.Name}' would be a C# type of that name, which this client or .NET has already. "
                + "Give it another name."));

    private static bool IsOfNet(string type) =>
        ImplicitUsings.Any(space => Known.Any(known => known.Assembly.GetType($"{space}.{type}") is not null));
}
