using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef</c> only: its argument <c>sqlserver</c> chooses the other provider. Never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PanelDb>
{
    public PanelDb CreateDbContext(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        IDialect dialect = args.Contains("sqlserver") ? new SqlServerDialect() : new PostgresDialect();
        var options = new DbContextOptionsBuilder<PanelDb>();
        dialect.Use(options, dialect.CreateDataSource(dialect is SqlServerDialect ? "Server=design" : "Host=design"), null);
        return new PanelDb(options.Options);
    }
}
