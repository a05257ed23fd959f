using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Tickets;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets", table =>
        {
            table.HasCheckConstraint(
                "ck_tickets_closed_at", "(status = 'closed' and closed_at is not null) or (status <> 'closed' and closed_at is null)");
            table.HasCheckConstraint("ck_tickets_message_count", $"message_count between 1 and {Ticket.MaxMessages}");
            table.HasCheckConstraint("ck_tickets_resource_count", $"resource_count between 0 and {Ticket.MaxResources}");
        });
        builder.Property(ticket => ticket.Subject).HasMaxLength(Ticket.MaxSubject);
        builder.HasIndex(ticket => new { ticket.UserId, ticket.UpdatedAt });
        builder.HasIndex(ticket => new { ticket.Status, ticket.UpdatedAt });
        builder.HasOne<User>().WithMany().HasForeignKey(ticket => ticket.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Messages).WithOne().HasForeignKey("TicketId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(ticket => ticket.Resources).WithOne().HasForeignKey("TicketId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TicketMessageConfiguration : IEntityTypeConfiguration<TicketMessage>
{
    public void Configure(EntityTypeBuilder<TicketMessage> builder)
    {
        builder.ToTable("ticket_messages");
        builder.Property<TicketId>("TicketId");
        builder.Property(message => message.SenderName).HasMaxLength(64);
        builder.Property(message => message.SenderQq).HasMaxLength(32);
        builder.Property(message => message.Content).HasMaxLength(TicketMessage.MaxContent);
        builder.HasIndex("TicketId");
    }
}

internal sealed class TicketResourceConfiguration : IEntityTypeConfiguration<TicketResource>
{
    public void Configure(EntityTypeBuilder<TicketResource> builder)
    {
        builder.ToTable("ticket_resources");
        builder.Property<TicketId>("TicketId");
        builder.Property(resource => resource.ResourceType).HasMaxLength(32);
        builder.Property(resource => resource.ResourceName).HasMaxLength(200);
        builder.HasIndex("TicketId");
    }
}
