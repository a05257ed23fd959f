using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Notifications;

/// <summary>What is said of something that happened.</summary>
public sealed record NoticeText(string Title, string Text)
{
    /// <summary>A greeting to somebody of this name.</summary>
    public static string Greeting(string language, string name) => In(language, $"Hello {name},", $"{name}，您好：");

    public static NoticeText Completed(string language, OrderItemAction action, string order) => action switch
    {
        OrderItemAction.Renew => Pair(
            language, "VPS renewed", $"Renewal {order} is done; the new expiry date holds.", "续费成功", $"续费订单 {order} 已完成，新的到期时间已生效。"),
        OrderItemAction.EmergencyRenew => Pair(
            language, "VPS renewed in an emergency", $"Emergency renewal {order} is done.", "紧急续期成功", $"紧急续期 {order} 已完成。"),
        OrderItemAction.Resize => Pair(
            language, "VPS resized", $"Resize {order} is done; the new sizes hold.", "变更配置成功", $"变更配置订单 {order} 已完成，新配置已生效。"),
        OrderItemAction.Refund => Pair(
            language, "VPS refunded", $"Refund {order} is done; the money is in your wallet.", "退款成功", $"退款 {order} 已完成，款项已退回您的钱包。"),
        _ => Pair(language, "Order provisioned", $"Order {order} is active.", "开通成功", $"订单 {order} 已开通。"),
    };

    public static NoticeText Failed(string language, OrderItemAction action, string order) => action switch
    {
        OrderItemAction.Renew => Pair(language, "Renewal failed", $"Renewal {order} could not be carried out.", "续费失败", $"续费订单 {order} 未能完成。"),
        OrderItemAction.EmergencyRenew => Pair(
            language, "Emergency renewal failed", $"Emergency renewal {order} could not be carried out.", "紧急续期失败", $"紧急续期 {order} 未能完成。"),
        OrderItemAction.Resize => Pair(
            language, "Resize failed", $"Resize {order} could not be carried out.", "变更配置失败", $"变更配置订单 {order} 未能完成。"),
        OrderItemAction.Refund => Pair(language, "Refund failed", $"Refund {order} could not be carried out.", "退款失败", $"退款 {order} 未能完成。"),
        _ => Pair(language, "Provisioning failed", $"Order {order} could not be provisioned.", "开通失败", $"订单 {order} 开通失败。"),
    };

    public static NoticeText PlanPaid(string language, string order) => Pair(
        language, "Order paid", $"Order {order} is paid and your subscription is ready.", "订单已支付", $"订单 {order} 已支付，您的订阅已就绪。");

    public static NoticeText PlanRefunded(string language, Money amount, string order) => Pair(
        language, "Order refunded", $"{amount} of order {order} went back to your balance.", "订单已退款", $"{amount} 已从订单 {order} 退回您的余额。");

    /// <param name="day">As YYYY-MM-DD.</param>
    public static NoticeText VpsExpires(string language, string name, string day) =>
        Pair(language, "VPS expires", $"VPS {name} expires on {day}.", "云主机即将到期", $"云主机 {name} 将于 {day} 到期。");

    public static NoticeText VpsDeleted(string language, string name, string reason)
    {
        var (why, because) = reason.Length > 0 ? ($": {reason}", $"：{reason}") : (".", "。");
        return Pair(language, "VPS deleted", $"VPS {name} was deleted{why}", "云主机已删除", $"云主机 {name} 已被删除{because}");
    }

    /// <param name="found">What the upstream calls the machine of its id now; blank when it does not say.</param>
    public static NoticeText VpsIdentityLost(string language, long vps, string name, string id, string found)
    {
        var (other, another) = found.Length > 0 ? ($"is named {found} now", $"现在的名称是 {found}") : ("cannot be told from another", "无法确认其归属");
        return Pair(
            language,
            "VPS has lost its machine",
            $"The machine that the upstream has as {id} {other}: VPS {vps} ({name}) is blocked until an admin links it again.",
            "云主机身份丢失",
            $"上游编号 {id} 的机器{another}：云主机 {vps}（{name}）已被锁定，需由管理员重新关联。");
    }

    /// <param name="since">As YYYY-MM-DD HH:MM, in UTC.</param>
    public static NoticeText ReviewOverdue(string language, string order, string since) => Pair(
        language, "Order waits for review", $"Order {order} has waited for a review since {since} UTC.",
        "订单等待审核", $"订单 {order} 自 {since}（UTC）起等待审核。");

    public static NoticeText TicketReply(string language, long ticket, string subject) => Pair(
        language, "New reply to your ticket", $"Support replied to ticket #{ticket}: {subject}", "您的工单有新回复", $"客服已回复工单 #{ticket}：{subject}");

    internal static NoticeText Pair(string language, string title, string text, string chineseTitle, string chineseText) =>
        new(In(language, title, chineseTitle), In(language, text, chineseText));

    private static string In(string language, string english, string chinese) => language == Languages.Chinese ? chinese : english;
}
