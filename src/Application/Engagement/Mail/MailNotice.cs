using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>The words of the mails that the system sends: the title is the subject, and the text more than a notice has room for.</summary>
internal static class MailNotice
{
    public static NoticeText Approved(string language, OrderItemAction action, string order) => action switch
    {
        OrderItemAction.Renew => NoticeText.Pair(
            language, $"Renewal {order} approved", $"Your renewal {order} has been approved.", $"续费订单 {order} 已通过", $"您的续费订单 {order} 已通过审核。"),
        OrderItemAction.EmergencyRenew => NoticeText.Pair(
            language, $"Emergency renewal {order} approved", $"Your emergency renewal {order} has been approved.", $"紧急续期 {order} 已通过",
            $"您的紧急续期 {order} 已通过审核。"),
        OrderItemAction.Resize => NoticeText.Pair(
            language, $"Resize {order} approved", $"Your resize {order} has been approved.", $"变更配置订单 {order} 已通过", $"您的变更配置订单 {order} 已通过审核。"),
        OrderItemAction.Refund => NoticeText.Pair(
            language, $"Refund {order} approved", $"Your refund {order} has been approved.", $"退款 {order} 已通过", $"您的退款 {order} 已通过审核。"),
        _ => NoticeText.Pair(
            language, $"Order {order} approved",
            $"Your order {order} has been approved.\nWe are setting it up now and will write again when it is ready.",
            $"订单 {order} 已通过", $"您的订单 {order} 已通过审核，正在为您开通，完成后会再次通知您。"),
    };

    public static NoticeText Rejected(string language, OrderItemAction action, string order, string reason)
    {
        var (what, chinese) = action switch
        {
            OrderItemAction.Renew => ("renewal", "续费订单"),
            OrderItemAction.EmergencyRenew => ("emergency renewal", "紧急续期"),
            OrderItemAction.Resize => ("resize", "变更配置订单"),
            OrderItemAction.Refund => ("refund", "退款"),
            _ => ("order", "订单"),
        };
        return NoticeText.Pair(
            language, $"{char.ToUpperInvariant(what[0])}{what[1..]} {order} rejected",
            $"Your {what} {order} has been rejected: {reason}\nOpen a ticket if you have questions.",
            $"{chinese} {order} 未通过", $"您的{chinese} {order} 未通过审核：{reason}\n如有疑问请提交工单。");
    }

    public static NoticeText Completed(string language, OrderItemAction action, string order)
    {
        var said = NoticeText.Completed(language, action, order);
        return action == OrderItemAction.Create
            ? NoticeText.Pair(
                language, $"Order {order} is ready", $"Your order {order} is active.\nSign in to see its address and passwords.",
                $"订单 {order} 已开通", $"您的订单 {order} 已开通，登录后可查看地址与密码。")
            : said with { Title = $"{said.Title}: {order}" };
    }

    public static NoticeText PlanPaid(string language, string order) => NoticeText.Pair(
        language, $"Order {order} paid", $"Your order {order} is paid and your subscription is ready.\nSign in to get its address.",
        $"订单 {order} 已支付", $"您的订单 {order} 已支付，订阅已就绪，登录后可查看订阅地址。");

    public static NoticeText PlanRefunded(string language, string order) => NoticeText.Pair(
        language, $"Order {order} refunded", $"Money of your order {order} went back to your balance.\nSign in to see how much.",
        $"订单 {order} 已退款", $"您的订单 {order} 的款项已退回余额，登录后可查看金额。");

    /// <param name="day">As YYYY-MM-DD.</param>
    public static NoticeText VpsExpires(string language, string name, string day) => NoticeText.Pair(
        language, $"{name} expires on {day}", $"Your VPS {name} expires on {day}.\nRenew it in time to keep its data.",
        $"{name} 将于 {day} 到期", $"您的云主机 {name} 将于 {day} 到期，请及时续费以保留数据。");

    public static NoticeText PasswordReset(string language, string token) => NoticeText.Pair(
        language, "Reset your password", $"Your password reset token: {token}\nIf you did not ask for it, ignore this mail.",
        "重置密码", $"您的密码重置令牌：{token}\n如果不是您本人操作，请忽略本邮件。");
}
