namespace VpsPanel.AutomationSimulator.Catalogue;

internal sealed record Area(int Id, string Name, bool IsOpen);

/// <summary>Which of its four name fields a line fills differs from line to line, as on grown installations.</summary>
internal sealed record Line(int Id, int AreaId, bool IsOpen, string NameField, string Name, bool SharesAddress = false);

/// <summary>Memory and disk in GB, bandwidth in Mbit/s; the price is text with two decimals.</summary>
internal sealed record Product(int Id, int LineId, string Name, int Cpu, int Memory, int Disk, int Bandwidth, int Ports, string Price);

internal sealed record Image(int Id, string Name, string Type);

/// <summary>What this upstream sells. Fixed: a test may name any of it.</summary>
public sealed class Offer
{
    private const int DemoPorts = 30;

    private static readonly Image[] AllImages =
    [
        new(101, "Ubuntu 22.04", "linux"),
        new(102, "Debian 12", "linux"),
        new(103, "Windows Server 2022", "windows"),
    ];

    private Offer()
    {
    }

    /// <summary>An installation that has grown over the years: names in odd places, a closed area, a line without addresses of its own.</summary>
    public static Offer Grown { get; } = new()
    {
        Areas =
        [
            new(1, "Hong Kong", IsOpen: true),
            new(2, "Frankfurt", IsOpen: false),
        ],
        Lines =
        [
            new(1, AreaId: 1, IsOpen: true, "line_name", "Hong Kong Premium"),
            new(3, AreaId: 1, IsOpen: true, "name", "Hong Kong Standard"),
            new(4, AreaId: 1, IsOpen: true, "remark", "Hong Kong NAT", SharesAddress: true),
            new(5, AreaId: 2, IsOpen: false, "line_api", "Frankfurt Standard"),
        ],
        Products =
        [
            new(11, 1, "Premium S", Cpu: 1, Memory: 1, Disk: 20, Bandwidth: 10, Ports: 30, "19.90"),
            new(12, 1, "Premium M", Cpu: 2, Memory: 4, Disk: 50, Bandwidth: 20, Ports: 30, "49.90"),
            new(13, 1, "Premium L", Cpu: 4, Memory: 8, Disk: 100, Bandwidth: 50, Ports: 30, "99.00"),
            new(31, 3, "Standard S", Cpu: 1, Memory: 2, Disk: 20, Bandwidth: 5, Ports: 30, "12.50"),
            new(32, 3, "Standard M", Cpu: 2, Memory: 4, Disk: 40, Bandwidth: 10, Ports: 30, "25.00"),
            new(41, 4, "NAT Mini", Cpu: 1, Memory: 1, Disk: 10, Bandwidth: 5, Ports: 10, "6.00"),
            new(42, 4, "NAT Plus", Cpu: 1, Memory: 2, Disk: 20, Bandwidth: 10, Ports: 20, "9.90"),
            new(51, 5, "Frankfurt S", Cpu: 1, Memory: 2, Disk: 30, Bandwidth: 100, Ports: 30, "15.00"),
            new(52, 5, "Frankfurt M", Cpu: 2, Memory: 4, Disk: 60, Bandwidth: 100, Ports: 30, "29.00"),
        ],
    };

    /// <summary>What the shop of the demo has on its shelves, so that a sync there finds everything in its place.</summary>
    public static Offer Demo { get; } = new()
    {
        Areas = [new(1, "Area 1", IsOpen: true), new(2, "Area 2", IsOpen: false)],
        Lines =
        [
            new(1, AreaId: 1, IsOpen: true, "line_name", "Standard"),
            new(3, AreaId: 1, IsOpen: true, "line_name", "Value"),
            new(4, AreaId: 1, IsOpen: true, "line_name", "Performance"),
            new(5, AreaId: 1, IsOpen: true, "line_name", "Premium"),
        ],
        Products =
        [
            .. DemoLine(1, "Standard", core: 5, memory: 4),
            .. DemoLine(3, "Value", core: 4, memory: 4),
            .. DemoLine(4, "Performance", core: 8, memory: 6),
            .. DemoLine(5, "Premium", core: 12, memory: 8),
        ],
    };

    internal IReadOnlyList<Area> Areas { get; private init; } = [];

    internal IReadOnlyList<Line> Lines { get; private init; } = [];

    internal IReadOnlyList<Product> Products { get; private init; } = [];

    internal IReadOnlyList<Image> Images { get; } = AllImages;

    /// <exception cref="FormatException">There is no such offer.</exception>
    public static Offer Named(string name) => name switch
    {
        "grown" => Grown,
        "demo" => Demo,
        _ => throw new FormatException("--offer is grown or demo"),
    };

    internal Line? FindLine(int? id) => Lines.FirstOrDefault(line => line.Id == id);

    /// <param name="core">Yuan a month for a core; likewise for a GB of memory.</param>
    private static IEnumerable<Product> DemoLine(int line, string name, int core, int memory) =>
        new (int Cpu, int Memory, int Disk, int Bandwidth)[]
        {
            (1, 1, 20, 3), (1, 2, 30, 5), (2, 2, 40, 5), (2, 4, 50, 8), (4, 4, 60, 10), (4, 8, 80, 10), (8, 16, 120, 20),
        }.Select((size, index) => new Product(
            (line * 100) + index + 1, line, $"{name} {size.Cpu}C{size.Memory}G", size.Cpu, size.Memory, size.Disk, size.Bandwidth, DemoPorts,
            $"{10 + (size.Cpu * core) + (size.Memory * memory)}.00"));
}
