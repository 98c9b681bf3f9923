namespace Fapi.Leverage;

/// <summary>Reads a plan from its nodes, and collects what is wrong on the way.</summary>
internal sealed class PlanReader(PlanText text, List<PlanError> errors)
{
    private static readonly string[] PlanKeys =
        ["maxLeverage", "positionMode", "multiAssets", "defaults", "symbols", "exclude"];

    private static readonly string[] WishKeys = ["leverage", "marginType", "clamp"];

    internal LeveragePlan Read(PlanNode? root)
    {
        if (root is null or PlanScalar { IsNull: true })
        {
            errors.Add(new PlanError(text.Name, 1, 1, $"The plan is empty; it is a map of {All(PlanKeys)}."));
            return new LeveragePlan();
        }

        var parts = Map(root, "", "The plan", PlanKeys);
        return new LeveragePlan
        {
            Text = text,
            MaxLeverage = Number(parts, "maxLeverage"),
            PositionMode = Value<WantedPositionMode>(parts, "positionMode", "one-way or hedge", value => value switch
            {
                "one-way" => WantedPositionMode.OneWay,
                "hedge" => WantedPositionMode.Hedge,
                _ => null,
            }),
            MultiAssets = Flag(parts, "multiAssets"),
            Defaults = Find(parts, "defaults") is { } defaults ? Wish(defaults, "defaults") : new(),
            Symbols = Find(parts, "symbols") is not { } symbols ? []
                : [.. Map(symbols, "symbols", "symbols", null)
                    .Select(entry => KeyValuePair.Create(entry.Key, Wish(entry.Value, $"symbols/{entry.Key}")))],
            Exclude = Find(parts, "exclude") is { } exclude ? Names(exclude) : [],
        };
    }

    private SymbolWish Wish(PlanNode node, string path)
    {
        var parts = Map(node, path, path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..], WishKeys);
        return new SymbolWish
        {
            Leverage = Number(parts, "leverage"),
            MarginType = Scalar(parts, "marginType")?.Value,
            Clamp = Flag(parts, "clamp"),
        };
    }

    private List<string> Names(PlanNode node)
    {
        if (node is not PlanList list)
        {
            Add(node, $"exclude is {node.Kind}; it has to be a list of names and patterns.");
            return [];
        }

        foreach (var item in list.Items.Where(item => item is not PlanScalar { IsNull: false }))
        {
            Add(item, $"A name in exclude is {item.Kind}; it has to be a name or a pattern.");
        }

        var names = list.Items.OfType<PlanScalar>().Where(item => !item.IsNull).ToList();
        names.ForEach(item => text.Note($"exclude/{item.Value}", item));
        return [.. names.Select(item => item.Value)];
    }

    private static PlanNode? Find(List<KeyValuePair<string, PlanNode>> parts, string key) =>
        parts.Find(part => part.Key == key).Value;

    /// <summary>The entries of a map in their order, each key once; <paramref name="known"/> null lets any name
    /// be.</summary>
    private List<KeyValuePair<string, PlanNode>> Map(PlanNode node, string path, string subject, string[]? known)
    {
        var entries = new List<KeyValuePair<string, PlanNode>>();
        if (node is not PlanMap map)
        {
            var entry = known is null ? "names or patterns" : All(known);
            Add(node, $"{subject} is {node.Kind}; it has to be a map of {entry}.");
            return entries;
        }

        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (known is not null && !known.Contains(key.Value))
            {
                Add(key, $"There is no '{PlanText.Short(key.Value)}' here; there is {All(known)}." +
                    NearestNames.Hint(key.Value, known));
            }
            else if (lines.TryAdd(key.Value, key.Place.Line))
            {
                entries.Add(KeyValuePair.Create(key.Value, value));
                text.Note(path.Length == 0 ? key.Value : $"{path}/{key.Value}", known is null ? key : value);
            }
            else
            {
                Add(key, $"'{PlanText.Short(key.Value)}' stands on line {lines[key.Value]} already.");
            }
        }

        return entries;
    }

    private int? Number(List<KeyValuePair<string, PlanNode>> parts, string key) =>
        Value<int>(parts, key, "a whole number", value => int.TryParse(
            value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    private bool? Flag(List<KeyValuePair<string, PlanNode>> parts, string key) =>
        Value<bool>(parts, key, "true or false", value => value switch { "true" => true, "false" => false, _ => null });

    private T? Value<T>(
        List<KeyValuePair<string, PlanNode>> parts, string key, string allowed, Func<string, T?> parse)
        where T : struct
    {
        var scalar = Scalar(parts, key);
        var value = scalar is null ? null : parse(scalar.Value);
        if (scalar is not null && value is null)
        {
            Add(scalar, $"{key} is {scalar.Kind}; it has to be {allowed}.");
        }

        return value;
    }

    private PlanScalar? Scalar(List<KeyValuePair<string, PlanNode>> parts, string key)
    {
        var node = Find(parts, key);
        if (node is not (null or PlanScalar { IsNull: false }))
        {
            Add(node, $"{key} is {node.Kind}; leave it out, or give it one value.");
        }

        return node as PlanScalar is { IsNull: false } scalar ? scalar : null;
    }

    private void Add(PlanNode part, string message) => errors.Add(text.At(part.Place, message));

    private static string All(string[] names) => $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
