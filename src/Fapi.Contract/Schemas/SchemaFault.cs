namespace Fapi.Contract.Schemas;

internal enum FaultKind
{
    Type,
    Format,
    Range,
    Enum,
    Length,
    Pattern,
    Items,
    Shape,
}

// One way in which a value does not fit its schema; the pointer is relative to the value.
internal readonly record struct SchemaFault(FaultKind Kind, string Pointer, string Expected, string Actual);
