using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames.Commands;

/// <summary>Answers a record also when the check found something wrong: its status says so.</summary>
public sealed record VerifyRealName(string RealName, string IdNumber) : ICommand<RealNameView>;

internal sealed class VerifyRealNameValidator : AbstractValidator<VerifyRealName>
{
    public VerifyRealNameValidator()
    {
        RuleFor(command => command.RealName).MaximumLength(RealNameRecord.MaxName);
        RuleFor(command => command.IdNumber).MaximumLength(RealNameRecord.MaxNumber);
    }
}

internal sealed class VerifyRealNameHandler(
    IRealNames names,
    IUsers users,
    IAttemptLog attempts,
    ISecretProtector secrets,
    ISettings settings,
    ICurrentActor actor,
    IMapper maps,
    TimeProvider clock)
    : ICommandHandler<VerifyRealName, RealNameView>
{
    private const string Try = "realname";
    private const int MaxTries = 10;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<Result<RealNameView>> Handle(VerifyRealName command, CancellationToken ct)
    {
        if (!await settings.IsOn(RealNameSettings.Enabled, ct))
            return RealNameErrors.Disabled;

        // Parallel tries of one person queue up here, so that none of them counts past the limit.
        var user = await users.FindForUpdate(actor.UserId, ct) ?? throw new InvalidOperationException("The signed-in user is gone.");
        var subject = $"user:{user.Id.Value}";
        var attempt = await attempts.Claim(Try, subject, MaxTries, Window, ct);
        if (attempt.Wait is { } wait)
            return RealNameErrors.TooManyTries(wait);

        await attempts.Settle(attempt, wasRight: false);
        var provider = RealNameProvider.Of(await settings.Get(RealNameSettings.Provider, ct));
        var (name, number) = (command.RealName.Trim(), IdCard.Normalize(command.IdNumber));
        var kept = new IdNumber(secrets.Protect(number), IdCard.Mask(number));
        var record = RealNameRecord.Of(user.Id, name, kept, provider.Key, provider.Complain(name, number), clock.GetUtcNow());
        await names.Add(record, ct);
        return maps.Map<RealNameView>(record);
    }
}
