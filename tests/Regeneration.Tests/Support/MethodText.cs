using System.Reflection;

namespace Regeneration.Tests.Support;

/// <summary>A method's signature in one line, nullability and defaults included.</summary>
internal static class MethodText
{
    internal static string Of(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter =>
            $"{Type(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}");
        return $"{Type(method.ReturnParameter)} {method.Name}({string.Join(", ", parameters)})";
    }

    internal static string Of(PropertyInfo property) =>
        $"{Name(new NullabilityInfoContext().Create(property))} {property.Name}";

    private static string Type(ParameterInfo parameter) => Name(new NullabilityInfoContext().Create(parameter));

    private static string Name(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } underlying)
        {
            return underlying.Name + "?";
        }

        var arguments = string.Join(", ", info.GenericTypeArguments.Select(Name));
        var name = arguments.Length == 0 ? info.Type.Name : $"{info.Type.Name.Split('`')[0]}<{arguments}>";
        return info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }
}
