using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Notifications;

namespace VpsPanel.Application.Engagement.Notifications.Commands;

/// <summary>Tells all of the reviewers, or none, that an order has waited too long.</summary>
internal sealed record RemindOfReview(OrderId Id, string OrderNo, DateTimeOffset Since, IReadOnlyList<UserId> Reviewers) : ICommand;

internal sealed class RemindOfReviewHandler(INotifications notifications, UserLanguages languages) : ICommandHandler<RemindOfReview>
{
    public async Task<Result> Handle(RemindOfReview command, CancellationToken ct)
    {
        var since = command.Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        foreach (var reviewer in command.Reviewers)
        {
            var said = NoticeText.ReviewOverdue(await languages.Of(reviewer, ct), command.OrderNo, since);
            await notifications.Notify(
                reviewer, NotificationType.ReviewOverdue, said.Title, said.Text, $"order:{command.Id.Value}:review_overdue", ct);
        }

        return Result.Success;
    }
}
