using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Captchas;
using VpsPanel.Domain.Identity.Installation;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

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
        builder.Property(user => user.Language).HasMaxLength(16).IsUnicode(false);
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
        builder.Property(session => session.Stamp).HasMaxLength(32).IsUnicode(false);
        builder.Property(session => session.Address).HasMaxLength(Session.MaxAddressLength);
        builder.Property(session => session.Client).HasMaxLength(Session.MaxClientLength);
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

internal sealed class PermissionConfiguration : IEntityTypeConfiguration<Permission>
{
    public void Configure(EntityTypeBuilder<Permission> builder)
    {
        builder.ToTable("permissions");
        builder.Property(permission => permission.Code).HasMaxLength(64).IsUnicode(false);
        builder.Property(permission => permission.Name).HasMaxLength(64);
        builder.Property(permission => permission.FriendlyName).HasMaxLength(64);
        builder.Property(permission => permission.Category).HasMaxLength(64);
        builder.Property(permission => permission.ParentCode).HasMaxLength(64);
        builder.HasIndex(permission => permission.Code).IsUnique();
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Name).HasMaxLength(64);
        builder.Property(key => key.KeyHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(key => key.Scopes).HasMaxLength(200).IsUnicode(false);
        builder.HasIndex(key => key.KeyHash).IsUnique();
        builder.HasOne<PermissionGroup>().WithMany().HasForeignKey(key => key.PermissionGroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaptchaConfiguration : IEntityTypeConfiguration<Captcha>
{
    public void Configure(EntityTypeBuilder<Captcha> builder)
    {
        builder.ToTable("captchas");
        builder.Property(captcha => captcha.PublicId).HasMaxLength(32).IsUnicode(false);
        builder.Property(captcha => captcha.CodeHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(captcha => captcha.PublicId).IsUnique();
        builder.HasIndex(captcha => captcha.ExpiresAt);
    }
}

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.Property(reset => reset.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(reset => reset.TokenHash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(reset => reset.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SetupConfiguration : IEntityTypeConfiguration<Setup>
{
    public void Configure(EntityTypeBuilder<Setup> builder)
    {
        builder.ToTable("setups");
        builder.Property(setup => setup.CodeHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(setup => setup.Planted).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(setup => setup.Single).IsUnique();
    }
}
