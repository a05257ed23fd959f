using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>A rendered mail that has no recipient yet.</summary>
public sealed record MailText(string Subject, string Body, bool IsHtml)
{
    private static readonly string[] HtmlMarks = ["<html", "<body", "<div", "<table", "<p", "<br"];

    /// <summary>Stands for the values of every standard mail when a template is checked.</summary>
    private static readonly Dictionary<string, object?> Sample = new()
    {
        ["user"] = new Dictionary<string, object?> { ["id"] = 1L, ["username"] = "ann", ["email"] = "ann@example.com", ["qq"] = "10000" },
        ["order"] = new Dictionary<string, object?> { ["no"] = "ORD-1" },
        ["vps"] = new Dictionary<string, object?> { ["name"] = "ecs-1", ["expire_at"] = "2026-01-31" },
        ["message"] = "message",
        ["title"] = "title",
        ["text"] = "text",
        ["greeting"] = "Hello ann,",
        ["token"] = "token",
        ["now"] = "2026-01-31T08:00:00Z",
    };

    public static bool LooksLikeHtml(string body) => HtmlMarks.Any(mark => body.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The template's error, with the field it is in, its line and its column in the details.</summary>
    /// <param name="isHtml">Null: decided by the look of the body.</param>
    public static Result<MailText> Render(
        string subject, string body, IReadOnlyDictionary<string, object?> data, TimeProvider clock, bool? isHtml = null)
    {
        var html = isHtml ?? LooksLikeHtml(body);
        var line = Part("subject", subject, RenderMode.Line, data, clock);
        var text = Part("body", body, html ? RenderMode.Html : RenderMode.Text, data, clock);
        if (!line.IsSuccess)
            return line.Error;

        return text.Map(rendered => new MailText(line.Value, rendered, html));
    }

    /// <summary>Whether the template can be rendered for the mails that the system sends.</summary>
    public static Result Check(string subject, string body, TimeProvider clock) =>
        Render(subject, body, Sample, clock) is { IsSuccess: false } refused ? refused.Error : Result.Success;

    public OutgoingMail To(string address, string reference) => new(address, Subject, Body, IsHtml, reference);

    private static Result<string> Part(
        string field, string template, RenderMode mode, IReadOnlyDictionary<string, object?> data, TimeProvider clock)
    {
        var parsed = Template.Parse(template);
        var rendered = parsed.IsSuccess ? parsed.Value.Render(data, mode, clock) : parsed.Error;
        if (rendered.IsSuccess)
            return rendered;

        var error = rendered.Error;
        return error with { Details = new Dictionary<string, string[]>(error.Details!) { [field] = [error.Message] } };
    }
}
