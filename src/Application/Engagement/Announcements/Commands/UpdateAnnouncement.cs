using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements.Commands;

/// <summary>Changes what the form mentions; one that is published changes under its readers' eyes.</summary>
public sealed record UpdateAnnouncement(AnnouncementId Id, AnnouncementFields Fields) : ICommand<AnnouncementView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("announcement.update", "announcement", Id.Value.ToString(), new { Fields.Title });
}

internal sealed class UpdateAnnouncementValidator : AbstractValidator<UpdateAnnouncement>
{
    public UpdateAnnouncementValidator() =>
        RuleFor(command => command.Fields).SetValidator(new AnnouncementFieldsValidator(isNew: false)).OverridePropertyName("");
}

internal sealed class UpdateAnnouncementHandler(
    IAnnouncements announcements, IHtmlSanitizer sanitizer, IUnitOfWork work, ICurrentActor actor, IMapper maps)
    : ICommandHandler<UpdateAnnouncement, AnnouncementView>
{
    public async Task<Result<AnnouncementView>> Handle(UpdateAnnouncement command, CancellationToken ct)
    {
        if (await announcements.FindForUpdate(command.Id, ct) is not { } news)
            return AnnouncementErrors.NotFound;

        news.Edit(command.Fields.Over(news, sanitizer), actor.NameOr(command.Fields.Operator));
        work.Stamp();
        return maps.Map<AnnouncementView>(news);
    }
}
