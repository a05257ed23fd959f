using System.Net;
using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Nothing that people write for others to see acts when it is seen.</summary>
public sealed class AuthoredFieldTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Acting = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))";

    private static readonly string[] Active = ["<script", "<img src=x onerror", "javascript:"];

    /// <summary>What is taken as it is, and why.</summary>
    private static readonly Dictionary<string, string> Verbatim = new()
    {
        ["password"] = "a secret", ["old_password"] = "a secret", ["current_password"] = "a secret", ["new_password"] = "a secret", ["pass"] = "a secret",
        ["panel_password"] = "a secret", ["vnc_password"] = "a secret", ["os_password"] = "a secret", ["api_key"] = "a secret",
        ["api_secret"] = "a secret", ["secret"] = "a secret", ["token"] = "a secret", ["refresh_token"] = "a secret",
        ["setup_code"] = "a secret", ["config_json"] = "holds secrets of payment providers", ["webhooks"] = "holds secrets of hooks",
        ["value"] = "judged by the setting", ["content_html"] = "cleaned as HTML", ["custom_html"] = "cleaned as HTML",
        ["announcement content"] = "cleaned as HTML", ["template content"] = "a file for clients", ["mail subject"] = "a mail",
        ["mail body"] = "a mail", ["statement"] = "a file of a gateway, compared and not shown",
    };

    [Fact]
    public void Every_text_of_every_body_is_defused_unless_it_is_a_secret_a_file_or_judged_by_another_rule()
    {
        var options = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var (seen, kept) = (0, new SortedSet<string>());
        foreach (var line in LiveRoute.Lines(line => !line.StartsWith("GET ", StringComparison.Ordinal)).Cast<object[]>().Select(row => (string)row[0]))
        {
            var route = LiveRoute.Find(app, line);
            if (route.BodyType is not { } type)
                continue;

            foreach (var field in route.Shape(app).Fields.Where(field => field.Type == typeof(string) || field.Type == typeof(RawJson)))
            {
                var sent = field.Type == typeof(string) ? $"\"{Acting}\"" : $"{{\"a\":[\"{Acting}\"]}}";
                var read = JsonSerializer.Deserialize(Only(field.Path, sent), options.GetTypeInfo(type));
                seen++;
                if (Active.Any(JsonSerializer.Serialize(read, options.GetTypeInfo(type)).Contains))
                    kept.Add(NameOf(type, field.Path));
            }
        }

        seen.Should().BeGreaterThan(200);
        kept.Should().BeEquivalentTo(Verbatim.Keys);
    }

    [Theory]
    [InlineData("logo_url", "javascript:alert(1)")]
    [InlineData("favicon_url", "JAVASCRIPT:alert(1)")]
    [InlineData("wechat_qrcode", "data:text/html,<script>alert(1)</script>")]
    [InlineData("site_logo", "//evil.example/x.png")]
    [InlineData("site_url", "javascript:alert(1)")]
    [InlineData("site_url", "https://shop.example.com/?a=b")]
    [InlineData("site_nav_items", """[{"label":"x","url":"javascript:alert(1)","target":"_self","lang":"en-US"}]""")]
    [InlineData("site_nav_items", """[{"label":"x","url":"\u006aava\tscript:alert(1)"}]""")]
    public async Task An_address_that_starts_a_script_is_refused_by_the_name_of_its_setting(string key, string value)
    {
        var refused = await (await app.NewAdmin("*")).Http.Patch("/admin/api/v1/settings", new { key, value });

        refused.ShouldName(key);
        refused.Code.Should().Be("settings.invalid_value");
    }

    [Fact]
    public async Task What_the_site_says_does_not_act_but_for_the_snippet_that_is_meant_to()
    {
        var admin = await app.NewAdmin("*");
        const string Snippet = "<script src=\"https://stats.example.com/a.js\"></script>";
        _ = (await admin.Http.Patch("/admin/api/v1/settings", new
        {
            items = new object[]
            {
                new { key = "site_name", value = Acting }, new { key = "maintenance_message", value = Acting },
                new { key = "site_nav_items", value = new[] { new { label = Acting, url = "/x", target = "_self", lang = "en-US" } } },
                new { key = "analytics_code", value = Snippet },
            },
        })).Ok;

        var items = (await app.Anonymous.Get("/api/v1/site/settings")).Ok["items"]!.AsArray()
            .ToDictionary(item => (string)item!["key"]!, item => (string)item!["value"]!);

        items["analytics_code"].Should().Be(Snippet);
        items.Remove("analytics_code");
        string.Join(' ', items.Values).Should().Contain("alert(1)").And.NotContainAny(Active);
    }

    [Fact]
    public async Task Tickets_news_articles_blocks_plans_and_people_say_nothing_that_acts()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());
        var opened = (await user.Http.Post("/api/v1/tickets", new { subject = Acting, content = Acting })).Ok;
        var ticket = opened["ticket"]?["id"] ?? opened["id"];
        _ = (await admin.Http.Post($"/admin/api/v1/tickets/{ticket}/messages", new { content = Acting })).Ok;
        _ = (await user.Http.Patch("/api/v1/me", new { bio = Acting, intro = Acting })).Ok;
        foreach (var content in new[] { Acting, "<p>fine</p>" + Acting, "[x](javascript:alert(1))" })
        {
            var news = (await admin.Http.Post("/api/v1/admin/announcements", new { title = Acting, content, category = "news" })).Ok;
            _ = (await admin.Http.Post($"/api/v1/admin/announcements/{news["id"]}/publish")).Ok;
        }

        var category = (await admin.Http.Post("/admin/api/v1/cms/categories", new { key = $"c{Guid.NewGuid():N}", name = Acting })).Ok["id"];
        _ = (await admin.Http.Post("/admin/api/v1/cms/posts", new
        {
            category_id = (long)category!, title = Acting, slug = $"p{Guid.NewGuid():N}", summary = Acting, content_html = $"<p>fine</p>{Acting}", status = "published",
        })).Ok;
        _ = (await admin.Http.Post("/admin/api/v1/cms/blocks", new
        {
            page = "acting", type = "hero", title = Acting, subtitle = Acting, content_json = """{"url":"\u006aavascript:alert(1)"}""", custom_html = Acting,
        })).Ok;
        _ = (await admin.Http.Post("/api/v1/admin/plans", new
        {
            name = Acting, description = Acting, features = new[] { Acting }, price_cents = 1, duration_days = 1, status = "active", visible = true,
        })).Ok;

        var pages = new Dictionary<string, Reply>
        {
            ["ticket"] = await user.Http.Get($"/api/v1/tickets/{ticket}"), ["ticket of support"] = await admin.Http.Get($"/admin/api/v1/tickets/{ticket}"),
            ["me"] = await user.Http.Get("/api/v1/me"), ["news"] = await user.Http.Get("/api/v1/user/announcements"),
            ["posts"] = await app.Anonymous.Get("/api/v1/cms/posts"), ["blocks"] = await app.Anonymous.Get("/api/v1/cms/blocks?page=acting"),
            ["plans"] = await user.Http.Get("/api/v1/user/plans"), ["people"] = await admin.Http.Get($"/admin/api/v1/users/{user.Id.Value}"),
        };

        foreach (var (what, page) in pages)
        {
            page.Status.Should().Be(HttpStatusCode.OK, what);

            page.Text.Should().NotContainAny(Active, what);
            page.Text.Should().Contain("alert(1)", what);
        }
    }

    [Fact]
    public async Task A_picture_of_a_person_and_of_a_payment_is_an_address_of_the_web()
    {
        var (admin, user) = (await app.NewAdmin("*"), await app.NewUser());

        foreach (var url in new[] { "javascript:alert(1)", "//evil.example/x.png", "data:text/html,x" })
            (await admin.Http.Patch($"/admin/api/v1/users/{user.Id.Value}", new { avatar = url })).ShouldName("avatar");
        _ = (await admin.Http.Patch($"/admin/api/v1/users/{user.Id.Value}", new { avatar = "/uploads/a.png" })).Ok;
    }

    /// <summary>A body that has this field and no other.</summary>
    private static string Only(string path, string json)
    {
        foreach (var step in path.Split('.').Reverse())
        {
            var name = step.Replace("[0]", "", StringComparison.Ordinal);
            json = step.EndsWith("[0]", StringComparison.Ordinal) ? $"[{json}]" : json;
            json = name.Length > 0 ? $"{{\"{name}\":{json}}}" : json;
        }

        return json;
    }

    /// <summary>Fields of one name are one case, but for those whose type says what they are.</summary>
    private static string NameOf(Type type, string path)
    {
        var name = path.Split('.')[^1];
        return (type.Name, name) switch
        {
            ("NewAnnouncementBody" or "AnnouncementFields", "content") => "announcement content",
            ("TemplateFields", "content") => "template content",
            ("EmailTemplateBody" or "SmtpTestBody", "subject" or "body") => $"mail {name}",
            _ => name,
        };
    }
}
