using FluentAssertions;
using Xunit;

namespace VpsPanel.Application.Tests;

public sealed class MapTests
{
    [Fact]
    public void Every_member_of_every_mapped_response_has_a_source()
    {
        var maps = AllMaps.Configure();

        maps.AssertConfigurationIsValid();
        typeof(AllMaps).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Maps))).Should().HaveCountGreaterThan(10);
    }
}
