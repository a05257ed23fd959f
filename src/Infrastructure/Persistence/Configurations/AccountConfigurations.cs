using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Username).HasMaxLength(64);
        builder.Property(user => user.UsernameKey).HasMaxLength(64);
        builder.Property(user => user.Email).HasMaxLength(254);
        builder.Property(user => user.EmailKey).HasMaxLength(254);
        builder.Property(user => user.DisplayName).HasMaxLength(64);
        builder.Property(user => user.Qq).HasMaxLength(32);
        builder.Property(user => user.Phone).HasMaxLength(32);
        builder.Property(user => user.Bio).HasMaxLength(500);
        builder.Property(user => user.Intro).HasMaxLength(2000);
        builder.Property(user => user.Avatar).HasMaxLength(500);
        builder.Property(user => user.PasswordHash).HasMaxLength(256);
        builder.HasIndex(user => user.UsernameKey).IsUnique();
        builder.HasIndex(user => user.EmailKey).IsUnique();
        builder.HasOne<PermissionGroup>().WithMany().HasForeignKey(user => user.PermissionGroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PermissionGroupConfiguration : IEntityTypeConfiguration<PermissionGroup>
{
    public void Configure(EntityTypeBuilder<PermissionGroup> builder)
    {
        builder.ToTable("permission_groups");
        builder.Property(group => group.Name).HasMaxLength(64);
        builder.Property(group => group.Description).HasMaxLength(500);
        builder.HasIndex(group => group.Name).IsUnique();
    }
}
