using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class CmsCategoryConfiguration : IEntityTypeConfiguration<CmsCategory>
{
    public void Configure(EntityTypeBuilder<CmsCategory> builder)
    {
        builder.ToTable("cms_categories");
        builder.Property(category => category.CategoryKey).HasMaxLength(64);
        builder.Property(category => category.Name).HasMaxLength(128);
        builder.Property(category => category.Lang).HasMaxLength(16);
        builder.HasIndex(category => new { category.CategoryKey, category.Lang }).IsUnique();
    }
}

internal sealed class CmsPostConfiguration : IEntityTypeConfiguration<CmsPost>
{
    public void Configure(EntityTypeBuilder<CmsPost> builder)
    {
        builder.ToTable("cms_posts", table =>
            table.HasCheckConstraint("ck_cms_posts_published_at", "status <> 'published' or published_at is not null"));
        builder.Property(post => post.Title).HasMaxLength(200);
        builder.Property(post => post.Slug).HasMaxLength(200);
        builder.Property(post => post.Summary).HasMaxLength(1000);
        builder.Property(post => post.CoverUrl).HasMaxLength(500);
        builder.Property(post => post.Lang).HasMaxLength(16);
        builder.HasIndex(post => post.Slug).IsUnique();
        builder.HasOne<CmsCategory>().WithMany().HasForeignKey(post => post.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CmsBlockConfiguration : IEntityTypeConfiguration<CmsBlock>
{
    public void Configure(EntityTypeBuilder<CmsBlock> builder)
    {
        builder.ToTable("cms_blocks");
        builder.Property(block => block.Page).HasMaxLength(64);
        builder.Property(block => block.Type).HasMaxLength(64);
        builder.Property(block => block.Title).HasMaxLength(200);
        builder.Property(block => block.Subtitle).HasMaxLength(500);
        builder.Property(block => block.Lang).HasMaxLength(16);
        builder.Property(block => block.DefaultType).HasMaxLength(64);
        builder.HasIndex(block => new { block.Page, block.Lang, block.DefaultType }).IsUnique();
    }
}
