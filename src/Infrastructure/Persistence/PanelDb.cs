using Microsoft.EntityFrameworkCore;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>The writing model. Names, keys, enums and row versions follow from <see cref="ModelConventions"/>.</summary>
public sealed class PanelDb(DbContextOptions<PanelDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        ModelConventions.ConvertTypes(configurationBuilder, typeof(AggregateRoot).Assembly, typeof(PanelDb).Assembly);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PanelDb).Assembly);
        ModelConventions.Apply(modelBuilder);
    }
}
