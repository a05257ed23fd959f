using FluentAssertions;
using VpsPanel.Domain.Engagement.Cms;
using Xunit;

namespace VpsPanel.Domain.Tests.Engagement.Cms;

public sealed class CmsPostTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Publishing_sets_the_time_and_says_so_once()
    {
        var post = CmsPost.Create(Terms(CmsPostStatus.Draft), Now);

        post.Change(Terms(CmsPostStatus.Published), Now);
        post.Change(Terms(CmsPostStatus.Published) with { Title = "Corrected", PublishedAt = post.PublishedAt }, Now.AddDays(1));

        post.PublishedAt.Should().Be(Now);
        post.PendingEvents.Should().Equal(new PostPublished(new CmsCategoryId(1), "zh-CN", "news", "News", "short"));
    }

    [Fact]
    public void A_post_that_is_born_published_says_so_too() =>
        CmsPost.Create(Terms(CmsPostStatus.Published), Now).PendingEvents.Should().ContainSingle();

    [Fact]
    public void A_draft_says_nothing() => CmsPost.Create(Terms(CmsPostStatus.Draft), Now).PendingEvents.Should().BeEmpty();

    [Fact]
    public void A_published_post_always_has_a_time()
    {
        var post = CmsPost.Create(Terms(CmsPostStatus.Published) with { PublishedAt = Now.AddDays(-3) }, Now);
        post.PublishedAt.Should().Be(Now.AddDays(-3));

        post.Change(Terms(CmsPostStatus.Published), Now);

        post.PublishedAt.Should().Be(Now);
    }

    private static PostTerms Terms(CmsPostStatus status) =>
        new(new CmsCategoryId(1), "News", "news", "short", "<p>long</p>", "", "zh-CN", status, false, 0, null);
}
