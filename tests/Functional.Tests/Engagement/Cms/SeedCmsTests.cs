using FluentAssertions;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Cms;

public sealed class SeedCmsTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_seed_brings_every_shelf_in_two_languages_once()
    {
        await app.Send(new SeedReferenceData());
        await app.Send(new SeedReferenceData());

        (await app.Scalar<long>("select count(*) from cms_categories")).Should().Be(8);
        (await app.Scalar<long>("select count(distinct category_key) from cms_categories where lang = 'en-US'")).Should().Be(4);
    }
}
