using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

/// <summary>A command that carries a form.</summary>
internal interface IForm<out TFields>
{
    TFields Fields { get; }
}

internal abstract class CategoryRules<TCommand> : AbstractValidator<TCommand>
    where TCommand : IForm<CategoryFields>
{
    protected CategoryRules(bool isNew)
    {
        RuleFor(command => command.Fields.Key).Given(isNew).MaximumLength(64);
        RuleFor(command => command.Fields.Name).Given(isNew).MaximumLength(128);
        RuleFor(command => command.Fields.Lang).MaximumLength(16);
    }
}

internal abstract class PostRules<TCommand> : AbstractValidator<TCommand>
    where TCommand : IForm<PostFields>
{
    protected PostRules(bool isNew)
    {
        RuleFor(command => command.Fields.CategoryId).NotNull().When(_ => isNew);
        RuleFor(command => command.Fields.Title).Given(isNew).MaximumLength(200);
        RuleFor(command => command.Fields.Slug).Given(isNew).MaximumLength(200)
            .Must(slug => slug is null || CmsRules.Slug().IsMatch(slug.Trim()))
            .WithMessage("letters, digits, dots, dashes and underscores only");
        RuleFor(command => command.Fields.Summary).MaximumLength(1000);
        RuleFor(command => command.Fields.ContentHtml).MaximumLength(CmsRules.MaxContent);
        RuleFor(command => command.Fields.CoverUrl).MaximumLength(500).SafeLink();
        RuleFor(command => command.Fields.Lang).MaximumLength(16);
        RuleFor(command => command.Fields.Status).Must(status => status is null || WireNames.TryParse<CmsPostStatus>(status, out _))
            .WithMessage($"one of {string.Join(", ", WireNames.All<CmsPostStatus>())}");
    }
}

internal abstract class BlockRules<TCommand> : AbstractValidator<TCommand>
    where TCommand : IForm<BlockFields>
{
    protected BlockRules(bool isNew)
    {
        RuleFor(command => command.Fields.Page).NotNull().When(_ => isNew);
        RuleFor(command => command.Fields.Page).MaximumLength(64)
            .Must(page => page is null || !CmsPages.IsReserved(page)).WithMessage("page reserved")
            .Must(page => page is null || CmsPages.IsValid(page)).WithMessage("page invalid");
        RuleFor(command => command.Fields.Type).Given(isNew).MaximumLength(64);
        RuleFor(command => command.Fields.Title).MaximumLength(200);
        RuleFor(command => command.Fields.Subtitle).MaximumLength(500);
        RuleFor(command => command.Fields.ContentJson).MaximumLength(CmsRules.MaxContent)
            .Must(text => string.IsNullOrWhiteSpace(text) || CmsRules.IsJson(text)).WithMessage("content_json invalid");
        RuleFor(command => command.Fields.CustomHtml).MaximumLength(CmsRules.MaxContent);
        RuleFor(command => command.Fields.Lang).MaximumLength(16);
    }
}

internal static partial class CmsRules
{
    /// <summary>Characters of a form's long text.</summary>
    public const int MaxContent = 300_000;

    /// <summary>Not blank; may be missing where something exists already.</summary>
    public static IRuleBuilderOptions<T, string?> Given<T>(this IRuleBuilder<T, string?> rule, bool isNew) =>
        rule.Must(text => isNew ? !string.IsNullOrWhiteSpace(text) : text is null || !string.IsNullOrWhiteSpace(text))
            .WithMessage("must not be blank");

    public static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{Nd}._-]*\z", RegexOptions.None, 1000)]
    public static partial Regex Slug();
}
