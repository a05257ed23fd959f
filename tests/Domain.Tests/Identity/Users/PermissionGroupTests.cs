using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Identity.Users;

public sealed class PermissionGroupTests
{
    [Theory]
    [InlineData("*", "jobs.view", true)]
    [InlineData("jobs.*", "jobs.view", true)]
    [InlineData("jobs.view", "jobs.view", true)]
    [InlineData("job*", "jobs.view", true)]
    [InlineData("jobs.view", "jobs.manage", false)]
    [InlineData("jobs.*", "jobs.manage", false)]
    [InlineData("jobs.manage*", "jobs.manage", false)]
    [InlineData("j*", "jobs.manage", false)]
    [InlineData("*", "jobs.manage", true)]
    [InlineData("jobs.manage", "jobs.manage", true)]
    public void A_prefix_covers_what_begins_with_it_except_codes_that_must_be_named(string grant, string code, bool covers) =>
        PermissionCode.Covers(["order.list", grant], code).Should().Be(covers);
}
