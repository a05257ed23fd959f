using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class EmailTemplateConfiguration : IEntityTypeConfiguration<EmailTemplate>
{
    public void Configure(EntityTypeBuilder<EmailTemplate> builder)
    {
        builder.ToTable("email_templates");
        builder.Property(template => template.Name).HasMaxLength(EmailTemplate.MaxName);
        builder.Property(template => template.NameKey).HasMaxLength(EmailTemplate.MaxName);
        builder.Property(template => template.Subject).HasMaxLength(EmailTemplate.MaxSubject);
        builder.HasIndex(template => template.NameKey).IsUnique();
    }
}
