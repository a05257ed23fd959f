using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Wallets;

public static class WalletErrors
{
    public static Error InsufficientBalance { get; } = Error.Conflict("wallet.insufficient_balance", "insufficient balance");

    public static Error CurrencyMismatch { get; } =
        Error.Conflict("wallet.currency_mismatch", "the wallet holds another currency");

    public static Error InvalidAmount { get; } = Error.Validation("amount", "invalid amount", "wallet.invalid_amount");

    public static Error TooMuch { get; } = Error.Conflict("wallet.too_much", "the wallet cannot hold that much");

    public static Error AlreadyBooked { get; } = Error.Conflict("wallet.already_booked", "this money has moved already");

    /// <summary>Nobody decides on money of their own.</summary>
    public static Error OwnMoney { get; } = Error.Forbidden("review.own_money", "somebody else has to decide on money of yours");

    public static Error UserNotFound { get; } = Error.NotFound("user.not_found", "user not found");

    public static Error OrderNotFound { get; } = Error.NotFound("wallet_order.not_found", "wallet order not found");
}
