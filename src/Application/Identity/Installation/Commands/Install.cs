using FluentValidation;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Installation.Commands;

/// <summary>Makes the first administrator. Closes for good, also when several arrive at once.</summary>
public sealed record Install(
    string? SiteName, string? SiteUrl, string? Username, string? Email, string? Password, string? SetupCode) : ICommand;

internal sealed class InstallValidator : AbstractValidator<Install>
{
    public InstallValidator()
    {
        RuleFor(command => command.SiteName).NotEmpty().MaximumLength(200).OverridePropertyName("site.name");
        RuleFor(command => command.SiteUrl).MaximumLength(500).OverridePropertyName("site.url");
        RuleFor(command => command.Username).Username().OverridePropertyName("admin.username");
        RuleFor(command => command.Email).Email().When(command => !string.IsNullOrWhiteSpace(command.Email))
            .OverridePropertyName("admin.email");
        RuleFor(command => command.Password).NewPassword().MinimumLength(6).OverridePropertyName("admin.password");
    }
}

internal sealed class InstallHandler(
    ISetups setups, IUsers users, ReferenceData standard, DefaultPermissionGroups groups, IPasswordHasher passwords, IAttemptLog attempts,
    SettingEditor settings, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<Install>
{
    private const string WrongCode = "setup_code";

    public async Task<Result> Handle(Install command, CancellationToken ct)
    {
        var setup = await setups.TakeOnly(ct);
        if (setup is null || setup.CompletedAt is not null || await users.PrimaryAdmin(ct) is not null)
            return AccountErrors.AlreadyInstalled;

        var address = actor.Address ?? "-";
        var attempt = await attempts.Claim(WrongCode, address, 10, TimeSpan.FromMinutes(15), ct);
        if (attempt.Wait is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        var completed = setup.Complete(Hashes.OfToken(command.SetupCode?.Trim() ?? ""), clock.GetUtcNow());
        await attempts.Settle(attempt, completed.IsSuccess);
        if (!completed.IsSuccess)
            return completed;

        await standard.Seed(setup, ct);
        return await FirstAdmin(command, ct);
    }

    private async Task<Result> FirstAdmin(Install command, CancellationToken ct)
    {
        var email = string.IsNullOrWhiteSpace(command.Email) ? $"{command.Username!.Trim()}@local" : command.Email;
        if (await users.IsTaken(command.Username!, default, ct) || await users.IsTaken(email, default, ct))
            return AccountErrors.Duplicate;

        var group = await groups.ForFirstAdmin(ct);
        await users.Add(User.Appoint(command.Username!, email, passwords.Hash(command.Password!), group), ct);
        var named = await settings.Change(SiteSettings.Name.Key, command.SiteName!, ct);
        if (!named.IsSuccess)
            return named.Error;

        var addressed = await settings.Change(SiteSettings.Url.Key, command.SiteUrl ?? "", ct);
        return addressed.IsSuccess ? Result.Success : addressed.Error;
    }
}
