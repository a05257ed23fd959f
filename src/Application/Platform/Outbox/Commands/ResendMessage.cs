using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Outbox.Commands;

public sealed record ResendMessage(long Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("outbox.resend", "outbox_message", Id.ToString());
}

internal sealed class ResendMessageHandler(IOutbox outbox) : ICommandHandler<ResendMessage>
{
    public async Task<Result> Handle(ResendMessage request, CancellationToken cancellationToken) =>
        await outbox.Resend(request.Id, cancellationToken) ? Result.Success : Error.NotFound("outbox.not_found");
}
