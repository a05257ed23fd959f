using FluentAssertions;
using VpsPanel.Testing;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Functional.Tests.Cms;

public sealed class SeedCmsTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_seed_brings_every_shelf_in_two_languages_once()
    {
        await SeedCms.Run(app.Services, default);
        await SeedCms.Run(app.Services, default);

        (await app.Scalar<long>("select count(*) from cms_categories")).Should().Be(8);
        (await app.Scalar<long>("select count(distinct category_key) from cms_categories where lang = 'en-US'")).Should().Be(4);
    }
}
