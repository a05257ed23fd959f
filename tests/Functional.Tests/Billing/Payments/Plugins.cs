using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

/// <summary>The service with a folder of plugins of its own, and scripts that behave well or not.</summary>
public sealed class Plugins : IAsyncLifetime
{
    public const string Path = "/admin/api/v1/plugins/payment";
    public const string Password = "open sesame 42";

    /// <summary>
    /// Whoever knows the token signs. It answers what it is asked: <c>?token=&amp;trade=&amp;cents=&amp;currency=&amp;paid=</c>.
    /// </summary>
    public const string Sample =
        """
        #!/bin/bash
        read -r line
        value() { [[ "$line" =~ \"$1\":\"([^\"]*)\" ]] && printf '%s' "${BASH_REMATCH[1]}"; }
        case "$(value method)" in
          describe) printf '%s\n' '{"ok":true,"result":{"name":"Sample Pay","fields":[{"name":"shop","title":"Shop","public":true},{"name":"token","title":"Token","secret":true,"required":true}]}}' ;;
          create_payment) printf '{"ok":true,"result":{"pay_url":"https://pay.test/%s?m=%s&c=%s","extra":{"shop":"%s","environment":"%s"}}}\n' \
            "$(value trade_no)" "$(value amount)" "$(value currency)" "$(value shop)" "${Secrets__Key:-empty}${HOME:-}" ;;
          verify_notify)
            [[ "$line" =~ \"parameters\":\{([^}]*)\} ]] && sent="${BASH_REMATCH[1]}"
            part() { [[ "$sent" =~ \"$1\":\"([^\"]*)\" ]] && printf '%s' "${BASH_REMATCH[1]}"; }
            [[ "$line" =~ \"config\":\{([^}]*)\} ]] && config="${BASH_REMATCH[1]}"
            [[ "$config" =~ \"token\":\"([^\"]*)\" ]] && token="${BASH_REMATCH[1]}"
            signed=false; [ -n "$token" ] && [ "$(part token)" = "$token" ] && signed=true
            printf '{"ok":true,"result":{"signed":%s,"paid":%s,"trade_no":"%s","amount_cents":%s,"currency":"%s","answer":"thanks"}}\n' \
              "$signed" "$(part paid)" "$(part trade)" "$(part cents)" "$(part currency)" ;;
        esac
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("plugin-tests-");

    public Plugins() => App = new PanelApp { Configuration = new Dictionary<string, string> { ["Plugins:Root"] = _root.FullName } };

    public PanelApp App { get; }

    public Person Admin { get; private set; } = null!;

    public string Folder => System.IO.Path.Combine(_root.FullName, "plugins", "payment");

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Admin = await App.NewAdmin();
        await SetPassword(Password);
        _ = (await Admin.Http.Patch("/admin/api/v1/settings", new { key = "site_url", value = "https://shop.test" })).Ok;
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        _root.Delete(recursive: true);
    }

    public async Task SetPassword(string text) =>
        _ = (await Admin.Http.Patch("/admin/api/v1/settings", new { key = "payment_plugin_upload_password", value = text })).Ok;

    public Task<Reply> Upload(string name, string script, string? password = Password, Person? by = null, bool inHeader = false) =>
        Upload(name, Encoding.UTF8.GetBytes(script), password, by, inHeader);

    public async Task<Reply> Upload(string name, byte[] content, string? password = Password, Person? by = null, bool inHeader = false)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        if (password is not null && !inHeader)
            form.Add(new StringContent(password), "password");

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/upload") { Content = form };
        if (password is not null && inHeader)
            request.Headers.Add("X-Plugin-Password", password);

        using var response = await (by ?? Admin).Http.SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    public Task<Reply> Enable(string key, string script) => Admin.Http.Post($"{Path}/{key}/enable", new { sha256 = Hash(script) });

    /// <summary>Uploads, enables, configures and switches on.</summary>
    public async Task Install(string key, string script = Sample)
    {
        _ = (await Upload($"{key}.sh", script)).Ok;
        _ = (await Enable(key, script)).Ok;
        App.Services.GetRequiredService<ISettingsCache>().Invalidate();
        _ = (await Configure(key)).Ok;
    }

    public Task<Reply> Configure(string key, bool enabled = true) => Admin.Http.Patch(
        $"/admin/api/v1/payments/providers/{key}",
        new { enabled, config_json = TestJson.Write(new { shop = "shop 7", token = "hush hush" }) });

    public static string Hash(string script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    /// <summary>A plugin that describes itself well and does something else when it is asked to work.</summary>
    public static string Misbehaving(string what) =>
        Sample.Replace("create_payment)", $"create_payment) {what} ;; never)", StringComparison.Ordinal)
        .Replace("verify_notify)", $"verify_notify) {what} ;; never_too)", StringComparison.Ordinal);
}
