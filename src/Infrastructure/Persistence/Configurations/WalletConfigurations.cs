using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class WalletConfiguration : IEntityTypeConfiguration<Wallet>
{
    public void Configure(EntityTypeBuilder<Wallet> builder)
    {
        builder.ToTable("wallets", table =>
        {
            table.HasCheckConstraint("ck_wallets_balance", "balance_cents >= 0");
            table.HasCheckConstraint("ck_wallets_frozen", "frozen_cents >= 0 and frozen_cents <= balance_cents");
            table.HasCheckConstraint("ck_wallets_empty", "last_seq is not null or balance_cents = 0");
        });
        Number(builder.Property(wallet => wallet.Id));
        builder.Property(wallet => wallet.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Ignore(wallet => wallet.Balance).Ignore(wallet => wallet.Frozen).Ignore(wallet => wallet.Available);
        builder.HasIndex(wallet => new { wallet.UserId, wallet.Currency }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(wallet => wallet.UserId).OnDelete(DeleteBehavior.Restrict);

        // The balance is what the newest entry left: docs/decisions/0020.
        builder.HasOne<WalletEntry>().WithMany()
            .HasForeignKey(wallet => new { wallet.Id, wallet.LastSeq, wallet.BalanceCents })
            .HasPrincipalKey(entry => new { entry.WalletId, entry.Seq, entry.BalanceAfter })
            .OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Neither provider numbers a key by itself that is also part of a foreign key.</summary>
    private static void Number(PropertyBuilder<WalletId> key)
    {
        key.ValueGeneratedOnAdd();
        key.Metadata.SetValueGenerationStrategy(NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        key.Metadata.SetValueGenerationStrategy(SqlServerValueGenerationStrategy.IdentityColumn);
    }
}

internal sealed class WalletEntryConfiguration : IEntityTypeConfiguration<WalletEntry>
{
    public void Configure(EntityTypeBuilder<WalletEntry> builder)
    {
        builder.ToTable("wallet_entries", table =>
        {
            table.HasCheckConstraint("ck_wallet_entries_sum", "balance_after = balance_before + amount_cents");
            table.HasCheckConstraint("ck_wallet_entries_balance", "balance_after >= 0 and amount_cents <> 0");
            table.HasCheckConstraint(
                "ck_wallet_entries_chain",
                "(seq = 1 and previous_seq is null and balance_before = 0) or (seq > 1 and previous_seq is not null and previous_seq = seq - 1)");
        });
        builder.Property(entry => entry.RefType).HasMaxLength(32).IsUnicode(false);
        builder.Property(entry => entry.Note).HasMaxLength(WalletOrder.MaxNote);
        builder.HasIndex(entry => new { entry.WalletId, entry.Seq }).IsUnique();
        builder.HasIndex(entry => new { entry.CreatedAt, entry.Id });
        builder.HasIndex(entry => new { entry.WalletId, entry.Kind, entry.RefType, entry.RefId }).IsUnique();
        builder.HasOne<Wallet>().WithMany(wallet => wallet.NewEntries).HasForeignKey(entry => entry.WalletId)
            .OnDelete(DeleteBehavior.Restrict);

        // Every entry starts from what the one before it left: docs/decisions/0020.
        builder.HasOne<WalletEntry>().WithMany()
            .HasForeignKey(entry => new { entry.WalletId, entry.PreviousSeq, entry.BalanceBefore })
            .HasPrincipalKey(entry => new { entry.WalletId, entry.Seq, entry.BalanceAfter })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WalletOrderConfiguration : IEntityTypeConfiguration<WalletOrder>
{
    public void Configure(EntityTypeBuilder<WalletOrder> builder)
    {
        builder.ToTable("wallet_orders", table =>
        {
            table.HasCheckConstraint("ck_wallet_orders_amount", "amount_cents > 0");
            table.HasCheckConstraint(
                "ck_wallet_orders_ref", "(ref_type is null and ref_id is null) or (ref_type is not null and ref_id is not null)");
        });
        builder.Property(order => order.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(order => order.Note).HasMaxLength(WalletOrder.MaxNote);
        builder.Property(order => order.RefType).HasMaxLength(32).IsUnicode(false);
        builder.Property(order => order.ReviewReason).HasMaxLength(WalletOrder.MaxReason);
        builder.Ignore(order => order.Amount).Ignore(order => order.Cause).Ignore(order => order.EntryKind);
        builder.HasIndex(order => new { order.UserId, order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.Status, order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.CreatedAt, order.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(order => order.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(order => order.ReviewedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
