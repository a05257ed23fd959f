using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.WebApi.Commands;

/// <summary>Something to sell on a fresh installation. Does nothing when there is a region already.</summary>
internal static class SeedCatalog
{
    private static readonly (string Name, long Line, long Core, long Memory)[] Lines =
    [
        ("Standard", 1, 5, 4),
        ("Value", 3, 4, 4),
        ("Performance", 4, 8, 6),
        ("Premium", 5, 12, 8),
    ];

    private static readonly (int Cores, int MemoryGb, int DiskGb, int BandwidthMbps)[] Sizes =
    [
        (1, 1, 20, 3), (1, 2, 30, 5), (2, 2, 40, 5), (2, 4, 50, 8), (4, 4, 60, 10), (4, 8, 80, 10), (8, 16, 120, 20),
    ];

    private static readonly SystemImageFields[] Images =
    [
        new(101, "Ubuntu 22.04", "linux", true),
        new(102, "Debian 12", "linux", true),
        new(103, "Windows Server 2022", "windows", true),
    ];

    private static readonly BillingCycleFields[] Cycles =
    [
        new("Monthly", 1, 1.0m, 1, 24, true, 1),
        new("Quarterly", 3, 2.8m, 1, 12, true, 2),
        new("Yearly", 12, 10.0m, 1, 5, true, 3),
    ];

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IRegions>().HasAny(ct))
            return;

        var region = (await Send(services, new CreateRegion(new RegionFields("area-1", "Area 1", true)), ct)).Id;
        await Send(services, new CreateRegion(new RegionFields("area-2", "Area 2", false)), ct);
        foreach (var cycle in Cycles)
            await Send(services, new CreateBillingCycle(cycle), ct);

        var images = new List<SystemImageId>();
        foreach (var image in Images)
            images.Add(new((await Send(services, new CreateSystemImage(image), ct)).Id));

        foreach (var line in Lines)
            await SeedLine(services, region, line, images, ct);
    }

    private static async Task SeedLine(
        IServiceProvider services,
        long region,
        (string Name, long Line, long Core, long Memory) line,
        IReadOnlyList<SystemImageId> images,
        CancellationToken ct)
    {
        var group = (await Send(services, new CreatePlanGroup(Group(region, line)), ct)).Id;
        foreach (var (at, (cores, memory, disk, bandwidth)) in Sizes.Index())
        {
            // As the demo's upstream counts its products, so that a sync finds these instead of adding its own.
            var product = (line.Line * 100) + at + 1;
            var price = Yuan(10 + (cores * line.Core) + (memory * line.Memory));
            var package = new PackageFields(
                group, product, $"{line.Name} {cores}C{memory}G", cores, memory, disk, bandwidth, "", price,
                PortNum: 30, SortOrder: cores + memory, Active: true, Visible: true, CapacityRemaining: Stock.Unlimited);
            await Send(services, new CreatePackage(package), ct);
        }

        await Send(services, new SetSystemImages(new PlanGroupId(group), images), ct);
    }

    private static PlanGroupFields Group(long region, (string Name, long Line, long Core, long Memory) line) => new(
        region,
        line.Name,
        line.Line,
        Yuan(line.Core),
        Yuan(line.Memory),
        Yuan(1),
        Yuan(10),
        AddCoreMax: 16,
        AddMemMax: 64,
        AddDiskMax: 1000,
        AddDiskStep: 10,
        AddBwMax: 100,
        Active: true,
        Visible: true,
        CapacityRemaining: Stock.Unlimited,
        SortOrder: (int)line.Line);

    private static Yuan Yuan(long yuan) => new(yuan * 100);

    private static async Task<T> Send<T>(IServiceProvider services, IRequest<Result<T>> command, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await Mediator(scope).Send(command, ct)).Value;
    }

    private static async Task Send(IServiceProvider services, IRequest<Result> command, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await Mediator(scope).Send(command, ct);
        if (!result.IsSuccess)
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {result.Error.Code}");
    }

    private static IMediator Mediator(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "seed", null);
        return scope.ServiceProvider.GetRequiredService<IMediator>();
    }
}
