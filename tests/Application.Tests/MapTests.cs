using FluentAssertions;
using VpsPanel.Application.Platform.Abstractions;
using Xunit;

namespace VpsPanel.Application.Tests;

public sealed class MapTests
{
    [Fact]
    public void Every_member_of_every_mapped_response_has_a_source()
    {
        var maps = AllMappings.Configure();

        maps.AssertConfigurationIsValid();
        typeof(AllMappings).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mappings))).Should().HaveCountGreaterThan(10);
    }
}
