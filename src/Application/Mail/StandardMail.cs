namespace VpsPanel.Application.Mail;

/// <summary>A mail that the system sends of its own accord.</summary>
/// <param name="Line">Sent when no enabled template of the name exists.</param>
/// <param name="Body">What the template is seeded with.</param>
public sealed record StandardMail(string Name, string Subject, string Line, string Body)
{
    /// <summary>Knows user, order and message.</summary>
    public static StandardMail OrderApproved { get; } = Make(
        "order_approved", "Order {{.order.no}} approved", "Your order {{.order.no}} has been approved.",
        "We are setting it up now and will write again when it is ready.");

    /// <summary>Knows user, order and message, which is the reason.</summary>
    public static StandardMail OrderRejected { get; } = Make(
        "order_rejected", "Order {{.order.no}} rejected", "Your order {{.order.no}} has been rejected: {{.message}}",
        "Open a ticket if you have questions.");

    /// <summary>Knows user and order.</summary>
    public static StandardMail ProvisionSuccess { get; } = Make(
        "provision_success", "Order {{.order.no}} is ready", "Your order {{.order.no}} is active.",
        "Sign in to see its address and passwords.");

    /// <summary>Of a plan. Knows user, order and message.</summary>
    public static StandardMail OrderPaid { get; } = Make(
        "order_paid", "Order {{.order.no}} paid", "Your order {{.order.no}} is paid and your subscription is ready.",
        "Sign in to get its address.");

    /// <summary>Of a plan. Knows user, order and message.</summary>
    public static StandardMail OrderRefunded { get; } = Make(
        "order_refunded", "Order {{.order.no}} refunded", "Money of your order {{.order.no}} went back to your balance.",
        "Sign in to see how much.");

    /// <summary>Knows user and vps.</summary>
    public static StandardMail ExpireReminder { get; } = Make(
        "expire_reminder", "{{.vps.name}} expires on {{.vps.expire_at}}", "Your VPS {{.vps.name}} expires on {{.vps.expire_at}}.",
        "Renew it in time to keep its data.");

    /// <summary>Knows user and token.</summary>
    public static StandardMail PasswordReset { get; } = Make(
        "password_reset", "Reset your password", "Your password reset token: {{.token}}",
        "If you did not ask for it, ignore this mail.");

    /// <summary>Those that a template is seeded for; for the others an admin may write one of their name.</summary>
    public static IReadOnlyList<StandardMail> All { get; } =
        [OrderApproved, OrderRejected, ProvisionSuccess, ExpireReminder, PasswordReset];

    private static StandardMail Make(string name, string subject, string line, string more) =>
        new(name, subject, line, $"Hello {{{{.user.username}}}},\n\n{line}\n{more}\n");
}
