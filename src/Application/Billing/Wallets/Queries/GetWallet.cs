using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets.Queries;

/// <summary>The caller's own.</summary>
public sealed record GetMyWallet(string Currency) : IQuery<WalletView>;

/// <summary>Anyone's, for admins.</summary>
public sealed record GetWallet(UserId UserId, string Currency) : IQuery<WalletView>;

internal sealed class GetMyWalletValidator : AbstractValidator<GetMyWallet>
{
    public GetMyWalletValidator() => RuleFor(query => query.Currency).IsCurrency();
}

internal sealed class GetWalletValidator : AbstractValidator<GetWallet>
{
    public GetWalletValidator() => RuleFor(query => query.Currency).IsCurrency();
}

internal sealed class GetMyWalletHandler(IReadDb db, Currencies currencies, ICurrentActor actor) : IQueryHandler<GetMyWallet, WalletView>
{
    public Task<Result<WalletView>> Handle(GetMyWallet request, CancellationToken cancellationToken) =>
        WalletReads.Show(db, currencies, actor.UserId, request.Currency, cancellationToken);
}

internal sealed class GetWalletHandler(IReadDb db, Currencies currencies) : IQueryHandler<GetWallet, WalletView>
{
    public Task<Result<WalletView>> Handle(GetWallet request, CancellationToken cancellationToken) =>
        WalletReads.Show(db, currencies, request.UserId, request.Currency, cancellationToken);
}

internal static class WalletReads
{
    // Every user has a wallet in every currency; one that nothing touched yet has no row.
    private static readonly Sql<Args, WalletView> One = new(
        """
        select u.id as user_id, coalesce(w.balance_cents, 0) as balance, coalesce(w.balance_cents - w.frozen_cents, 0) as available,
               coalesce(w.frozen_cents, 0) as frozen, @Currency as currency, coalesce(w.updated_at, u.created_at) as updated_at
        from users u
        left join wallets w on w.user_id = u.id and w.currency = @Currency
        where u.id = @UserId
        """);

    public static async Task<Result<WalletView>> Show(
        IReadDb db, Currencies currencies, UserId user, string currency, CancellationToken ct)
    {
        if (await currencies.RefuseUnlessHeld(user, currency, ct) is { } failure)
            return failure;

        return await db.First(One, new Args(user.Value, currency), ct) is { } wallet ? wallet : WalletErrors.UserNotFound;
    }

    internal sealed record Args(long UserId, string Currency);
}
