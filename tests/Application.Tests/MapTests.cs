using AutoMapper;
using AutoMapper.Internal;
using FluentAssertions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Sales.Catalog;
using Xunit;

namespace VpsPanel.Application.Tests;

public sealed class MapTests
{
    private static readonly MapperConfiguration Maps = AllMappings.Configure();

    private readonly Mapper _mapper = new(Maps);

    [Fact]
    public void Every_member_of_every_mapped_response_has_a_source()
    {
        Maps.AssertConfigurationIsValid();
        typeof(AllMappings).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mappings))).Should().HaveCountGreaterThan(8);
    }

    [Fact]
    public void No_map_of_an_aggregate_is_only_a_function()
    {
        var maps = Maps.Internal().GetAllTypeMaps().Where(map => map.SourceType.IsClass).ToList();

        maps.Should().HaveCountGreaterThan(15);
        maps.Where(map => map.HasTypeConverter).Select(map => $"{map.SourceType.Name} to {map.DestinationType.Name}").Should().BeEmpty();
    }

    [Fact]
    public void Ids_words_money_and_moments_are_written_as_clients_read_them()
    {
        var package = Package.Create(new PackageTerms(
            new PlanGroupId(7), 1, "2C4G", 2, 4, 40, 10, "EPYC", Money.Yuan(1500), 30, 0, true, false, Stock.Unlimited)).Value;
        var node = Node.Create(new NodeTerms("HK-1", "HK", "HK", "HGC", NodeStatus.Maintenance, ["fast"], ["vless"], 100, "")).Value;

        _mapper.Map<PackageView>(package).Should().Be(new PackageView(
            0, 7, 1, "2C4G", 2, 4, 40, 10, "EPYC", new Yuan(1500), 30, 0, true, false, Stock.Unlimited));
        var shown = _mapper.Map<NodeView>(node);
        shown.Status.Should().Be("maintenance");
        shown.Tags.Should().Equal("fast");
        shown.LastSyncedAt.Value.Should().Be(0, "it never was");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(SystemImageType.Linux, "linux")]
    public void An_image_of_no_kind_has_an_empty_type(SystemImageType? type, string shown) =>
        _mapper.Map<SystemImageView>(SystemImage.Create(new SystemImageTerms(1, "Debian 12", type, true)).Value).Type.Should().Be(shown);
}
