using System.Text.Json.Serialization;
using FluentValidation;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements;

/// <summary>An announcement's form. What is missing keeps its value, or is the default of a new one.</summary>
/// <param name="Content">Text or HTML.</param>
/// <param name="Operator">Who writes; blank for the caller.</param>
public sealed record AnnouncementFields(
    string? Title = null,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Content = null,
    string? Category = null,
    string? Audience = null,
    bool? IsPinned = null,
    int? Priority = null,
    string? Operator = null)
{
    internal AnnouncementTerms Over(Announcement? old, IHtmlSanitizer sanitizer) => new(
        Title?.Trim() ?? old?.Title ?? "",
        Content is { } text ? sanitizer.CleanText(text.Trim()) : old?.Content ?? "",
        Category?.Trim() ?? old?.Category ?? "",
        Audience is null ? old?.Audience ?? Announcement.Everybody : ReadAudience(Audience),
        IsPinned ?? old?.IsPinned ?? false,
        Priority ?? old?.Priority ?? 0);

    private static string ReadAudience(string text) => text.Trim().Length == 0 ? Announcement.Everybody : text.Trim().ToLowerInvariant();
}

internal sealed class AnnouncementFieldsValidator : AbstractValidator<AnnouncementFields>
{
    /// <param name="isNew">Title and content must be there.</param>
    public AnnouncementFieldsValidator(bool isNew)
    {
        RuleFor(fields => fields.Title).Must(text => text is null ? !isNew : text.Trim().Length > 0).WithMessage("title is required");
        RuleFor(fields => fields.Content).Must(text => text is null ? !isNew : text.Trim().Length > 0).WithMessage("content is required");
        RuleFor(fields => fields.Title).MaximumLength(Announcement.MaxTitle);
        RuleFor(fields => fields.Content).MaximumLength(Announcement.MaxContent);
        RuleFor(fields => fields.Category).MaximumLength(Announcement.MaxCategory);
        RuleFor(fields => fields.Audience).MaximumLength(Announcement.MaxAudience);
        RuleFor(fields => fields.Operator).MaximumLength(Announcement.MaxOperator).OverridePropertyName("created_by");
        RuleFor(fields => fields.Priority).InclusiveBetween(-Announcement.MaxPriority, Announcement.MaxPriority);
    }
}
