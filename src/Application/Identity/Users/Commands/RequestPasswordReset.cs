using System.Security.Cryptography;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>Sends a link to a new password, if the address has an account; the answer does not tell.</summary>
public sealed record RequestPasswordReset(string? Email) : ICommand;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() => RuleFor(command => command.Email).Email();
}

internal sealed class RequestPasswordResetHandler(
    IUsers users, IPasswordResets resets, IAttemptLog attempts, ISecretProtector secrets, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<RequestPasswordReset>
{
    private const int TokenHexLength = 64;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public async Task<Result> Handle(RequestPasswordReset command, CancellationToken ct)
    {
        var email = User.Fold(command.Email!);
        if (await Limited("reset_address", actor.Address ?? "-", 5, ct) is { } wait)
            return wait;

        if (await Limited("reset_email", email, 3, ct) is { } mailWait)
            return mailWait;

        // Held, so that two requests at once do not leave two links that work.
        if (await users.FindByLogin(email, ct) is not { } known
            || await users.FindForUpdate(known.Id, ct) is not { Status: UserStatus.Active } user || user.EmailKey != email)
            return Result.Success;

        var now = clock.GetUtcNow();
        foreach (var older in await resets.ListOpen(user.Id, ct))
            resets.Remove(older);

        var token = RandomNumberGenerator.GetHexString(TokenHexLength, lowercase: true);
        await resets.Add(PasswordReset.Request(user.Id, Hashes.OfToken(token), secrets.Protect(token), now), ct);
        return Result.Success;
    }

    private async Task<Error?> Limited(string kind, string subject, int limit, CancellationToken ct)
    {
        var attempt = await attempts.Claim(kind, subject, limit, Window, ct);
        await attempts.Settle(attempt, wasRight: false);
        return attempt.Wait is { } wait ? AccountErrors.TooManyAttempts(wait) : null;
    }
}
