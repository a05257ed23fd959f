using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Cms;
using VpsPanel.Domain.Announcements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Announcements.Commands;

public sealed record CreateAnnouncement(AnnouncementFields Fields) : ICommand<AnnouncementView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("announcement.create", "announcement", ((AnnouncementView)answer!).Id.ToString(), new { Fields.Title });
}

internal sealed class CreateAnnouncementValidator : AbstractValidator<CreateAnnouncement>
{
    public CreateAnnouncementValidator() =>
        RuleFor(command => command.Fields).SetValidator(new AnnouncementFieldsValidator(isNew: true)).OverridePropertyName("");
}

internal sealed class CreateAnnouncementHandler(
    IAnnouncements announcements, IHtmlSanitizer sanitizer, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<CreateAnnouncement, AnnouncementView>
{
    public async Task<Result<AnnouncementView>> Handle(CreateAnnouncement command, CancellationToken ct)
    {
        var news = Announcement.Write(command.Fields.Over(null, sanitizer), actor.NameOr(command.Fields.Operator), clock.GetUtcNow());
        await announcements.Add(news, ct);
        return maps.Map<AnnouncementView>(news);
    }
}

internal static class Operators
{
    /// <summary>Who is named as the hand behind it: whom the caller names, else the caller.</summary>
    public static string NameOr(this ICurrentActor actor, string? named) =>
        string.IsNullOrWhiteSpace(named) ? actor.Actor.Name : named.Trim();
}
