namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Columns of a parameter table by what they hold.</summary>
internal sealed record ParameterColumns(int Name, int Type, int Mandatory, int Description)
{
    private static readonly string[] Names =
        ["name", "parameter", "param", "parameters", "field", "名称", "参数", "参数名", "参数名称", "字段"];
    private static readonly string[] Types = ["type", "data type", "datatype", "类型", "数据类型", "参数类型"];
    private static readonly string[] Mandatories =
        ["mandatory", "required", "must", "是否必需", "是否必须", "是否必填", "必需", "必须", "必填", "强制"];
    private static readonly string[] Descriptions =
        ["description", "desc", "descriptions", "notes", "note", "remark", "描述", "说明", "备注", "参数描述"];

    /// <summary>Null for a table of something else; a column that the table lacks is -1.</summary>
    public static ParameterColumns? Match(IReadOnlyList<string> header)
    {
        var columns =
            new ParameterColumns(Find(header, Names), Find(header, Types), Find(header, Mandatories),
            Find(header, Descriptions));
        return columns.Name >= 0 && (columns.Type >= 0 || columns.Mandatory >= 0) && header.Count >= 3 ? columns : null;
    }

    /// <summary>Headers of columns that mean nothing to the reader.</summary>
    public IEnumerable<string> UnknownIn(IReadOnlyList<string> header) =>
        header.Where((text, index) =>
            text.Length > 0 && index != Name && index != Type && index != Mandatory && index != Description);

    private static int Find(IReadOnlyList<string> header, string[] names)
    {
        for (var i = 0; i < header.Count; i++)
        {
            var text = header[i].Trim(' ', '`', '*', ':').ToLowerInvariant();
            if (names.Any(name => name == text || (name.Length >= 8 && Spelling.IsClose(text, name))))
            {
                return i;
            }
        }

        return -1;
    }
}
