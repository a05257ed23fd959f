using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements.Commands;

/// <param name="VisibleTo">Null for no end.</param>
/// <param name="Operator">Who publishes; blank for the caller.</param>
public sealed record PublishAnnouncement(AnnouncementId Id, DateTimeOffset? VisibleTo, string Operator)
    : ICommand<AnnouncementView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("announcement.publish", "announcement", Id.Value.ToString(), new { VisibleTo });
}

internal sealed class PublishAnnouncementValidator : AbstractValidator<PublishAnnouncement>
{
    public PublishAnnouncementValidator() => RuleFor(command => command.Operator).MaximumLength(Announcement.MaxOperator);
}

internal sealed class PublishAnnouncementHandler(
    IAnnouncements announcements, IUnitOfWork work, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<PublishAnnouncement, AnnouncementView>
{
    public async Task<Result<AnnouncementView>> Handle(PublishAnnouncement command, CancellationToken ct)
    {
        if (await announcements.FindForUpdate(command.Id, ct) is not { } news)
            return AnnouncementErrors.NotFound;

        news.Publish(command.VisibleTo, actor.NameOr(command.Operator), clock.GetUtcNow());
        work.Stamp();
        return maps.Map<AnnouncementView>(news);
    }
}
