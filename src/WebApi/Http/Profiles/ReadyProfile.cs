using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using VpsPanel.Application.Proxies.Profiles.Queries;

namespace VpsPanel.WebApi.Http.Profiles;

/// <summary>A profile with the headers that clients of many makers read; both are made once and sent often.</summary>
internal sealed class ReadyProfile
{
    // One client cuts longer titles off.
    private const int MaxTitle = 25;
    private const string NoStore = "private, no-store";

    private readonly ReadOnlyMemory<byte> _body;
    private readonly string _contentType;
    private readonly StringValues _etag;
    private readonly StringValues _userinfo;
    private readonly StringValues _interval;
    private readonly StringValues _disposition;
    private readonly StringValues _title;
    private readonly StringValues _page;

    public ReadyProfile(DeliveredProfile profile)
    {
        _body = profile.Body;
        _contentType = profile.ContentType;
        _etag = profile.ETag;
        _userinfo = profile.Userinfo;
        _interval = profile.UpdateHours.ToString(CultureInfo.InvariantCulture);
        _title = "base64:" + Convert.ToBase64String(Encoding.UTF8.GetBytes(Cut(profile.Title)));
        _page = profile.Url.Length > 0 ? profile.Url : StringValues.Empty;
        _disposition = profile.ETag is null ? "inline" : Disposition(profile.Title);
    }

    public int Size => _body.Length;

    public Task Write(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var headers = response.Headers;
        headers.CacheControl = NoStore;
        headers.Vary = "User-Agent, Accept";
        headers["Subscription-Userinfo"] = _userinfo;
        headers["Profile-Update-Interval"] = _interval;
        headers["Profile-Title"] = _title;
        headers.ContentDisposition = _disposition;
        if (_page.Count > 0)
            headers["Profile-Web-Page-Url"] = _page;
        if (_etag.Count > 0)
            headers.ETag = _etag;

        if (_etag.Count > 0 && Knows(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(_body, http.RequestAborted).AsTask();
    }

    /// <summary>Names the body like the weak and the strong form of its tag, one of a list, or anything at all.</summary>
    private bool Knows(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        if (known.Count == 0)
            return false;

        var etag = _etag.ToString();
        return known == _etag
            || (EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(tag => tag.Tag == "*" || tag.Tag == etag));
    }

    /// <summary>Some clients read the plain form and need its quotes, others the encoded one.</summary>
    private static string Disposition(string title)
    {
        var plain = string.Concat(
            title.Select(letter => letter is > ' ' and <= '~' and not ('"' or '\\' or '/' or '%' or ';') ? letter : '_'));
        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(OneLine(title))}";
    }

    private static string Cut(string title) =>
        string.Concat(OneLine(title).EnumerateRunes().Take(MaxTitle).Select(rune => rune.ToString()));

    private static string OneLine(string title) =>
        string.Concat(title.Select(letter => char.IsControl(letter) || letter == '/' ? ' ' : letter)).Trim();
}
