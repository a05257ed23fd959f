using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Engagement.Cms.Commands;

internal static class CmsAudit
{
    public static AuditRecord Of(string target, string verb, long id, object? detail) =>
        new($"{target}.{verb}", target, id.ToString(), detail);

    /// <summary>What the form named, without the long text.</summary>
    public static object Of(PostFields fields) => fields with { ContentHtml = Size(fields.ContentHtml) };

    /// <inheritdoc cref="Of(PostFields)"/>
    public static object Of(BlockFields fields) =>
        fields with { ContentJson = Size(fields.ContentJson), CustomHtml = Size(fields.CustomHtml) };

    private static string? Size(string? text) => text is null ? null : $"{text.Length} characters";
}
