using FluentAssertions;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using Xunit;

namespace VpsPanel.Application.Tests.Engagement;

/// <summary>Every notice and every mail says what happened, in both languages.</summary>
public sealed class NoticeWordsTests
{
    private const string Order = "REF-20261128-000007";

    private static readonly OrderItemAction[] OfVps =
        [OrderItemAction.Create, OrderItemAction.Renew, OrderItemAction.EmergencyRenew, OrderItemAction.Resize, OrderItemAction.Refund];

    private static readonly (string Kind, Func<string, NoticeText> Say)[] All =
    [
        .. OfVps.SelectMany(action => new (string, Func<string, NoticeText>)[]
        {
            ($"notice completed {action}", language => NoticeText.Completed(language, action, Order)),
            ($"notice failed {action}", language => NoticeText.Failed(language, action, Order)),
            ($"mail approved {action}", language => MailNotice.Approved(language, action, Order)),
            ($"mail rejected {action}", language => MailNotice.Rejected(language, action, Order, Order)),
            ($"mail completed {action}", language => MailNotice.Completed(language, action, Order)),
        }),
        ("notice plan paid", language => NoticeText.PlanPaid(language, Order)),
        ("notice plan refunded", language => NoticeText.PlanRefunded(language, Money.Yuan(100), Order)),
        ("notice vps expires", language => NoticeText.VpsExpires(language, Order, "2026-12-01")),
        ("notice vps deleted", language => NoticeText.VpsDeleted(language, Order, "")),
        ("notice vps deleted for a reason", language => NoticeText.VpsDeleted(language, "web", Order)),
        ("notice ticket reply", language => NoticeText.TicketReply(language, 7, Order)),
        ("notice review overdue", language => NoticeText.ReviewOverdue(language, Order, "2026-11-28 08:00")),
        ("mail plan paid", language => MailNotice.PlanPaid(language, Order)),
        ("mail plan refunded", language => MailNotice.PlanRefunded(language, Order)),
        ("mail vps expires", language => MailNotice.VpsExpires(language, Order, "2026-12-01")),
        ("mail password reset", language => MailNotice.PasswordReset(language, Order)),
    ];

    public static TheoryData<string> Kinds => [.. All.Select(one => one.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_names_its_subject_in_each_language_and_only_in_that_language(string kind)
    {
        var say = All.Single(one => one.Kind == kind).Say;
        var (english, chinese) = (say(Languages.English), say(Languages.Chinese));

        english.Text.Should().Contain(Order);
        chinese.Text.Should().Contain(Order);
        IsChinese(english.Title + english.Text).Should().BeFalse();
        IsChinese(chinese.Title).Should().BeTrue();
        IsChinese(chinese.Text).Should().BeTrue();
    }

    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.Chinese)]
    public void No_two_things_that_happen_to_a_VPS_have_the_same_words(string language)
    {
        foreach (var say in (Func<OrderItemAction, NoticeText>[])
        [
            action => NoticeText.Completed(language, action, Order),
            action => NoticeText.Failed(language, action, Order),
            action => MailNotice.Approved(language, action, Order),
            action => MailNotice.Rejected(language, action, Order, "why"),
            action => MailNotice.Completed(language, action, Order),
        ])
        {
            OfVps.Select(action => say(action).Title).Should().OnlyHaveUniqueItems();
            OfVps.Select(action => say(action).Text).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_refund_is_called_a_refund()
    {
        NoticeText.Completed(Languages.English, OrderItemAction.Refund, Order).Title.Should().Be("VPS refunded");
        NoticeText.Completed(Languages.Chinese, OrderItemAction.Refund, Order).Title.Should().Be("退款成功");
    }

    private static bool IsChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
