using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Robot.Commands;

/// <param name="IdempotencyKey">Made from the signed text, which counts once.</param>
[CommandName("order.review_by_robot")]
public sealed record ReviewByRobot(RobotReview Review, string? IdempotencyKey) : ICommand, IIdempotent, IAudited
{
    public AuditRecord Audit(object? answer) => Review.Approve
        ? new AuditRecord("order.approve", "order", Review.Id.Value.ToString())
        : new AuditRecord("order.reject", "order", Review.Id.Value.ToString(), new { Review.Reason });
}

internal sealed class ReviewByRobotHandler(OrderReview review, ISettings settings, ICurrentActor actor) : ICommandHandler<ReviewByRobot>
{
    public async Task<Result> Handle(ReviewByRobot command, CancellationToken ct)
    {
        if (await review.FindForUpdate(command.Review.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (!command.Review.Approve)
            return await review.Reject(order, actor.Actor, command.Review.Reason, ct);

        // What is paid out counts like what is taken in.
        var limit = (await settings.Get(RobotSettings.MaxAmount, ct))!.Value;
        if (limit.IsPositive && Math.Abs(order.TotalCents) > limit.Cents)
            return Error.Forbidden("robot.amount_exceeded", "the order is larger than what a robot may approve");

        return await review.Approve(order, actor.Actor, ct);
    }
}
