using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// The policy of a page that a library draws: only this service's own files and the scripts that the library itself wrote into the page
/// run, each named by its SHA-256 (Content Security Policy Level 3, 2.3.1). What anybody else gets into the page does not.
/// </summary>
internal static partial class PagePolicy
{
    /// <summary>Holds back the page that the branch writes until its scripts are known. For small pages with a constant frame.</summary>
    /// <param name="styles">Texts of the style elements that the library's scripts add to the page.</param>
    public static void UsePagePolicy(this IApplicationBuilder branch, params string[] styles) => branch.Use(async (context, next) =>
    {
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            context.Response.Headers.ContentSecurityPolicy = Of(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length), styles);

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    });

    private static string Of(string html, string[] styles)
    {
        var scripts = InlineScript().Matches(html).Select(script => script.Groups["text"].Value);
        return $"default-src 'none'; script-src 'self'{Named(scripts)}; style-src 'self'{Named(styles)}; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <summary>Hashes the texts as a browser has them after reading the page, where every line ends in LF.</summary>
    private static string Named(IEnumerable<string> texts) => string.Concat(texts.Select(text =>
        $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))}'"));

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();
}
