using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>What a debugger shows of an object when all is unfolded: its display, and its members where no attribute
/// hides them.</summary>
/// <remarks>Of our own types the private members too, as a debugger shows them of code whose source it has; of others
/// the public ones.</remarks>
internal sealed partial class DebuggerView
{
    private const int MaxDepth = 8;
    private const int MaxElements = 1000;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _text = new();

    /// <summary>Types of which an instance was shown.</summary>
    internal HashSet<Type> Types { get; } = [];

    internal string Of(object shown)
    {
        _text.Clear();
        Show(shown.GetType().Name, shown, 0);
        return _text.ToString();
    }

    private void Show(string name, object? value, int depth)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{new string(' ', depth)}{name} = ");
        if (value is null or string or IFormattable || value.GetType().IsPrimitive)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{value}\n");
            return;
        }

        _text.Append(Display(value)).Append('\n');
        Types.Add(value.GetType());
        if (depth == MaxDepth || value is MemberInfo or Assembly or Module
            || (!value.GetType().IsValueType && !_seen.Add(value)))
        {
            return;
        }

        if (value is IEnumerable elements)
        {
            _text.Append(
                string.Join(", ", elements.Cast<object>().Take(MaxElements).Where(element => element is IFormattable)))
                .Append('\n');
            foreach (var element in elements.Cast<object?>().Take(MaxElements)
                .Where(element => element is not (null or IFormattable)))
            {
                Show("[]", element, depth + 1);
            }
        }

        foreach (var (member, read) in Members(value.GetType()))
        {
            Show(member, Try(() => read(value)), depth + 1);
        }
    }

    private static IEnumerable<(string Name, Func<object, object?> Read)> Members(Type type)
    {
        var isOurs = type.Assembly.GetName().Name!.StartsWith("Fapi.", StringComparison.Ordinal);
        var visible = BindingFlags.Instance | BindingFlags.Public | (isOurs ? BindingFlags.NonPublic : 0);
        return
        [
            .. type.GetProperties(visible)
                .Where(
                    property => property.CanRead && property.GetIndexParameters().Length == 0
                        && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer && IsShown(property))
                .Select(property => (property.Name, (Func<object, object?>)property.GetValue)),
            .. type.GetFields(visible)
                .Where(field => !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal) && IsShown(field))
                .Select(field => (field.Name, (Func<object, object?>)field.GetValue)),
        ];
    }

    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;

    private static string Display(object value)
    {
        var format = value.GetType().GetCustomAttributes<DebuggerDisplayAttribute>().FirstOrDefault()?.Value;
        return format is null
            ? $"{Try(value.ToString)}"
            : $"{Expression().Replace(format, match => $"{Try(() => Evaluate(value, match.Groups[1].Value))}")} "
                + $"{Try(value.ToString)}";
    }

    private static object? Evaluate(object value, string expression) =>
        expression.EndsWith("()", StringComparison.Ordinal)
        ? value.GetType()
            .GetMethod(expression[..^2], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
                [])!.Invoke(value, null)
        : Members(value.GetType()).First(member => member.Name == expression).Read(value);

    // A debugger shows the exception of a member that throws.
    private static object? Try(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    [GeneratedRegex(@"\{([\w.]+(?:\(\))?)(?:,\w+)?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Expression();
}
