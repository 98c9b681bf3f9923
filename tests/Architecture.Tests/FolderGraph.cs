using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>One place where code of a folder uses code of another.</summary>
internal sealed record Use(string From, string To, string File, string Symbol, string TargetFile)
{
    public override string ToString() => $"{File} uses {Symbol} of {TargetFile}";
}

/// <summary>
/// Which folder of a project uses which. The root is <c>.</c>; a generated type belongs to the folder of its hand-written
/// part. Without one it belongs to the folder with which it shares knowledge in both directions, or stands alone as
/// <c>generated/Name</c>. Sources taken from another project count as one folder.
/// </summary>
internal static class FolderGraph
{
    private const string Generated = "generated/";

    internal static IReadOnlyList<Use> Create(CSharpCompilation compilation)
    {
        var uses = new List<Use>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                if (Declared(model, node) is { } target && Place(compilation, target, tree) is var (folder, file) && Folder(model, node) is { } from && from != folder)
                {
                    uses.Add(new Use(from, folder, tree.FilePath, Name(target), file));
                }
            }
        }

        return Placed([.. uses.Distinct()]);
    }

    private static List<Use> Placed(List<Use> uses)
    {
        var arrows = uses.Select(use => (use.From, use.To)).ToHashSet();
        var homes = arrows
            .Where(arrow => arrow.From.StartsWith(Generated, StringComparison.Ordinal) && arrows.Contains((arrow.To, arrow.From)))
            .GroupBy(arrow => arrow.From, arrow => arrow.To)
            .ToDictionary(type => type.Key, type => type.Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        return [.. uses
            .Select(use => use with { From = homes.GetValueOrDefault(use.From, use.From), To = homes.GetValueOrDefault(use.To, use.To) })
            .Where(use => use.From != use.To)];
    }

    /// <summary>The symbol that a name or a <c>new</c> means, when its source is in this project.</summary>
    private static ISymbol? Declared(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var symbol = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
        symbol = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : symbol;
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        var isLocal = symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol or ILabelSymbol or IAliasSymbol;
        return isLocal || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? null : symbol;
    }

    private static (string Folder, string File)? Place(CSharpCompilation compilation, ISymbol symbol, SyntaxTree user)
    {
        var paths = symbol.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).ToList();
        if (paths.Count == 0 || !ReferenceEquals(symbol.ContainingAssembly, compilation.Assembly))
        {
            return null;
        }

        var own = paths.Find(path => !ProjectSources.IsGenerated(path) && FolderOf(path) == FolderOf(user.FilePath));
        var path = own ?? paths.Find(path => !ProjectSources.IsGenerated(path)) ?? paths[0];
        return (ProjectSources.IsGenerated(path) ? FolderOfGenerated(symbol) : FolderOf(path), path);
    }

    private static string? Folder(SemanticModel model, SyntaxNode node)
    {
        if (!ProjectSources.IsGenerated(node.SyntaxTree.FilePath))
        {
            return FolderOf(node.SyntaxTree.FilePath);
        }

        var type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();
        return type is null ? null : FolderOfGenerated(model.GetDeclaredSymbol(type)!);
    }

    private static string FolderOfGenerated(ISymbol symbol)
    {
        while (symbol.ContainingType is { } outer)
        {
            symbol = outer;
        }

        var written = symbol.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).FirstOrDefault(path => !ProjectSources.IsGenerated(path));
        return written is null ? Generated + symbol.Name : FolderOf(written);
    }

    private static string FolderOf(string file) => file.Split('/') switch
    {
        ["..", "..", _, var project, ..] => project,
        ["..", var project, ..] => project,
        [.. var folders, _] when folders.Length > 0 => string.Join('/', folders),
        _ => ".",
    };

    private static string Name(ISymbol symbol) => symbol is ITypeSymbol || symbol.ContainingType is null ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}";
}
