using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class SubscriptionTemplateConfiguration : IEntityTypeConfiguration<SubscriptionTemplate>
{
    public void Configure(EntityTypeBuilder<SubscriptionTemplate> builder)
    {
        builder.ToTable("subscription_templates", table =>
        {
            table.HasCheckConstraint("ck_subscription_templates_default_of", "default_of is null or default_of = client_type");
            table.HasCheckConstraint("ck_subscription_templates_version", "version >= 0 and (version = 0 or published_at is not null)");
        });
        builder.Property(template => template.Name).HasMaxLength(SubscriptionTemplate.MaxName);
        builder.Property(template => template.NameKey).HasMaxLength(SubscriptionTemplate.MaxName);
        builder.Property(template => template.Description).HasMaxLength(SubscriptionTemplate.MaxDescription);
        builder.Property(template => template.ClientType).HasMaxLength(SubscriptionTemplate.MaxClientType).IsUnicode(false);
        builder.Property(template => template.DefaultOf).HasMaxLength(SubscriptionTemplate.MaxClientType).IsUnicode(false);
        builder.Property(template => template.LastPublishedBy).HasMaxLength(TemplateVersion.MaxPublishedBy);
        builder.Ignore(template => template.IsDefault);
        builder.HasIndex(template => new { template.ClientType, template.NameKey }).IsUnique();
        builder.HasIndex(template => template.DefaultOf).IsUnique();
    }
}

internal sealed class TemplateVersionConfiguration : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable("subscription_template_editions", table =>
            table.HasCheckConstraint("ck_subscription_template_editions_version", "version > 0"));
        builder.Property(version => version.Changelog).HasMaxLength(TemplateVersion.MaxChangelog);
        builder.Property(version => version.PublishedBy).HasMaxLength(TemplateVersion.MaxPublishedBy);
        builder.HasIndex(version => new { version.TemplateId, version.Version }).IsUnique();
        builder.HasOne<SubscriptionTemplate>().WithMany(template => template.NewEditions)
            .HasForeignKey(version => version.TemplateId).OnDelete(DeleteBehavior.Restrict);
    }
}
