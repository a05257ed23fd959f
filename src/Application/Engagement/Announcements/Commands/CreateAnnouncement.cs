using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements.Commands;

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
