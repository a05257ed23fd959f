using System.Security.Cryptography;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.ApiKeys.Commands;

/// <param name="Raw">A key that exists already, for the demo; null makes a random one.</param>
public sealed record CreateApiKey(string? Name, IReadOnlyList<string>? Scopes, long? PermissionGroupId, string? Raw = null)
    : ICommand<NewApiKey>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("api_key.create", "api_key", ((NewApiKey)answer!).Record.Id.ToString(), new { name = Name });
}

/// <param name="ApiKey">Shown this once.</param>
public sealed record NewApiKey(string ApiKey, ApiKeyView Record);

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator()
    {
        RuleFor(command => command.Name).NotEmpty().Line(64);
        RuleFor(command => command.Scopes).Must(scopes => scopes is null || scopes.All(scope => ApiKey.KnownScopes.Contains(scope)))
            .WithMessage($"must be among {string.Join(", ", ApiKey.KnownScopes)}");
    }
}

internal sealed class CreateApiKeyHandler(IApiKeys keys, KeyRights rights) : ICommandHandler<CreateApiKey, NewApiKey>
{
    public async Task<Result<NewApiKey>> Handle(CreateApiKey command, CancellationToken ct)
    {
        var group = command.PermissionGroupId is { } id ? new PermissionGroupId(id) : (PermissionGroupId?)null;
        if (await rights.MayOpen(command.Scopes ?? [], group, ct) is { IsSuccess: false } refused)
            return refused.Error;

        var raw = command.Raw ?? ApiKey.RawPrefix + RandomNumberGenerator.GetString(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", ApiKey.RawRandomLength);
        var key = ApiKey.Create(command.Name!, Hashes.OfToken(raw), command.Scopes ?? [], group);
        await keys.Add(key, ct);
        return new NewApiKey(raw, ApiKeyView.Of(key));
    }
}
