using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>The writing model. Names, keys, enums and row versions follow from <see cref="ModelConventions"/>.</summary>
public sealed class PanelDb : DbContext
{
    public PanelDb(DbContextOptions<PanelDb> options)
        : base(options)
    {
        // A failed write ends its transaction; a savepoint around each one would only cost two more round trips.
        Database.AutoSavepointsEnabled = false;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        ModelConventions.ConvertTypes(configurationBuilder, typeof(AggregateRoot).Assembly, typeof(PanelDb).Assembly);
        configurationBuilder.Conventions.Replace<ForeignKeyIndexConvention>(
            provider => new SingleColumnIndexes(provider.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PanelDb).Assembly);
        ModelConventions.Apply(modelBuilder, Database.IsSqlServer());
    }

    /// <summary>
    /// A foreign key over several columns proves a sum and is never searched by, so an index on it would only cost writes.
    /// </summary>
    private sealed class SingleColumnIndexes(
        ProviderConventionSetBuilderDependencies dependencies) : ForeignKeyIndexConvention(dependencies)
    {
        protected override IConventionIndex? CreateIndex(
            IReadOnlyList<IConventionProperty> properties, bool unique, IConventionEntityTypeBuilder entityTypeBuilder) =>
            properties.Count == 1 ? base.CreateIndex(properties, unique, entityTypeBuilder) : null;
    }
}
