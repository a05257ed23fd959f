using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.ApiKeys.Commands;

public sealed record SetApiKeyStatus(ApiKeyId Id, string? Status) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("api_key.status", "api_key", Id.Value.ToString(), new { status = Status });
}

internal sealed class SetApiKeyStatusValidator : AbstractValidator<SetApiKeyStatus>
{
    public SetApiKeyStatusValidator() =>
        RuleFor(command => command.Status).Must(status => WireNames.TryParse<ApiKeyStatus>(status, out _))
            .WithMessage("must be active or disabled");
}

internal sealed class SetApiKeyStatusHandler(IApiKeys keys, KeyRights rights) : ICommandHandler<SetApiKeyStatus>
{
    public async Task<Result> Handle(SetApiKeyStatus command, CancellationToken ct)
    {
        if (await keys.Find(command.Id, ct) is not { } key)
            return AccountErrors.ApiKeyNotFound;

        if (await rights.MayOpen(key.ScopeList, key.PermissionGroupId, ct) is { IsSuccess: false } above)
            return above;

        key.SetStatus(WireNames.Parse<ApiKeyStatus>(command.Status!));
        return Result.Success;
    }
}
