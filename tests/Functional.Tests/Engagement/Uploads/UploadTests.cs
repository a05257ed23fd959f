using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Uploads;

public sealed class UploadTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _editor = null!;

    public static TheoryData<string, byte[], string> Kinds() => new()
    {
        { "image/png", Pictures.Png, ".png" },
        { "image/jpeg", Pictures.Jpeg, ".jpg" },
        { "image/gif", Pictures.Gif, ".gif" },
        { "image/webp", Pictures.WebP, ".webp" },
    };

    public static TheoryData<string, byte[]> Foreign() => new()
    {
        { "svg", Pictures.Text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>") },
        { "svg after a prologue", Pictures.Text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "html", Pictures.Text("<!doctype html><script>alert(1)</script>") },
        { "script", Pictures.Text("alert(1)//GIF89a") },
        { "zip", [.. "PK\u0003\u0004"u8, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6] },
        { "exe", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0] },
        { "elf", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "pdf", Pictures.Text("%PDF-1.7\n%picture") },
        { "php behind a wrong PNG", [0x89, .. "PNG\n<?php system($_GET[0]);"u8] },
        { "PNG signature without a header chunk", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "<script>alert(1)</script>"u8] },
        { "RIFF that is a film", [.. "RIFF"u8, 1, 2, 3, 4, .. "AVI LIST"u8] },
        { "bitmap", [.. "BM"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] },
        { "icon", [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 0, 0] },
        { "two bytes of a JPEG", [0xFF, 0xD8] },
    };

    public static TheoryData<string> Traversals() =>
    [
        "/uploads/", "/uploads/nothing.png", "/uploads/20260101/nothing.png",
        "/uploads/..%2f..%2f..%2fetc%2fpasswd", "/uploads/%2e%2e/%2e%2e/etc/passwd", "/uploads/%252e%252e%252fetc%252fpasswd",
        "/uploads/..%5c..%5cwindows%5cwin.ini", "/uploads/..%c0%af..%c0%afetc/passwd", "/uploads/....//....//etc/passwd",
        "/uploads//etc/passwd", "/uploads/%2fetc%2fpasswd", "/uploads/aside/", "/uploads/20260101/..%2f20260101/x.png",
        "/uploads/20260101/00000000000000000000000000000000.png%2f..", "/uploads/20260101/00000000000000000000000000000000.svg",
        "/uploads/20260101/00000000000000000000000000000000.png%0a", "/uploads/20260101%2F00000000000000000000000000000000.png",
    ];

    public async Task InitializeAsync()
    {
        // The very first admin of a database may do everything, so this class keeps one and lets the others be ordinary.
        if (await app.Scalar<long>("select count(*) from users where is_admin") == 0)
            await app.NewAdmin();

        _editor = await app.NewAdmin("upload.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_picture_is_stored_under_a_random_name_and_shown_to_everybody(string mime, byte[] file, string extension)
    {
        using var form = Pictures.Form(file, "C:\\Users\\Ann\\evil.php", mime: "application/x-php");
        var made = (await _editor.Http.Send(form)).Ok;

        ((string)made["name"]!).Should().Be("evil.php");
        ((string)made["mime"]!).Should().Be(mime);
        ((long)made["size"]!).Should().Be(file.Length);
        ((long)made["uploader_id"]!).Should().Be(_editor.Id.Value);
        ((string)made["url"]!).Should().MatchRegex(@"^/uploads/\d{8}/[0-9a-f]{32}\" + extension + "$");
        ((string)made["path"]!).Should().Be(((string)made["url"]!)[1..]);

        using var shown = await app.Anonymous.GetAsync((string)made["url"]!);
        shown.StatusCode.Should().Be(HttpStatusCode.OK);
        (await shown.Content.ReadAsByteArrayAsync()).Should().Equal(file);
        AssertHarmless(shown, mime);

        var listed = (await _editor.Http.Get("/admin/api/v1/uploads?limit=1")).Ok;
        ((long)listed["items"]![0]!["id"]!).Should().Be((long)made["id"]!);
        ((string)listed["items"]![0]!["url"]!).Should().Be((string)made["url"]!);
        (await app.Scalar<long>(
            "select count(*) from audit_logs where action = 'upload.create' and target_id = $1", made["id"]!.ToString()))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_picture_that_is_something_else_too_stays_a_picture()
    {
        foreach (var (mime, file) in new[] { ("image/png", Pictures.PngWithPage), ("image/gif", Pictures.GifWithScript) })
        {
            using var form = Pictures.Form(file, "page.html", mime: "text/html");
            var made = (await _editor.Http.Send(form)).Ok;

            using var shown = await app.Anonymous.GetAsync((string)made["url"]!);
            AssertHarmless(shown, mime);
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task What_is_no_picture_is_refused_and_leaves_nothing(string kind, byte[] file)
    {
        var before = Files();

        using var form = Pictures.Form(file);
        var reply = await _editor.Http.Send(form);

        reply.Status.Should().Be(HttpStatusCode.BadRequest, kind);
        reply.Code.Should().Be("upload.unsupported_type");
        Files().Should().Equal(before);
    }

    [Fact]
    public async Task A_file_is_required()
    {
        using var empty = Pictures.Form([]);
        using var otherField = Pictures.Form(Pictures.Png, field: "picture");
        using var noFile = new MultipartFormDataContent { { new StringContent("x"), "file" } };
        using var json = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        using var noBoundary = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new("multipart/form-data") } };

        foreach (var content in new HttpContent[] { empty, otherField, noFile, json, noBoundary })
            (await _editor.Http.Send(content)).Code.Should().Be("upload.file_required");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_refused_and_leaves_nothing()
    {
        var before = Files();
        byte[] half = [.. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"u8, .. Pictures.Png];
        using var content = new ByteArrayContent(
            half) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };

        (await _editor.Http.Send(content)).Code.Should().Be("upload.broken");
        Files().Should().Equal(before);
    }

    [Fact]
    public async Task Twenty_mebibytes_fit_and_one_byte_more_does_not()
    {
        var largest = new byte[20 * 1024 * 1024];
        Pictures.Png.CopyTo(largest, 0);
        using var fits = Pictures.Form(largest);
        ((long)(await _editor.Http.Send(fits)).Ok["size"]!).Should().Be(largest.Length);
        var before = Files();

        using var larger = Pictures.Form([.. largest, 0]);
        using var much = Pictures.Form([.. largest, .. new byte[200_000]]);

        foreach (var form in new[] { larger, much })
        {
            var reply = await _editor.Http.Send(form);
            reply.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
            reply.Code.Should().Be("upload.too_large");
        }

        Files().Should().Equal(before);
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_takes_the_file_with_it()
    {
        var before = Files();
        app.Errors.Expect("ck_test_full");
        await Execute("alter table uploads add constraint ck_test_full check (size < 0) not valid");
        try
        {
            using var form = Pictures.Form(Pictures.Png);
            (await _editor.Http.Send(form)).Status.Should().Be(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await Execute("alter table uploads drop constraint ck_test_full");
        }

        Files().Should().Equal(before);
    }

    [Theory]
    [MemberData(nameof(Traversals))]
    public async Task Only_names_of_the_store_lead_anywhere(string path)
    {
        var reply = await app.Anonymous.Get(path);

        reply.Status.Should().Be(HttpStatusCode.NotFound);
        reply.Code.Should().BeOneOf("upload.not_found", "route.not_found");
    }

    [Fact]
    public void A_store_opens_nothing_but_its_own_names()
    {
        var store = app.Services.GetRequiredService<IUploadStore>();

        foreach (var path in new[] { "../../etc/passwd", "/etc/passwd", "..\\x", "20260101/../../x.png", "", "aside/x", "20260101/" + new string('0', 32) + ".png\n" })
            store.Open(path).Should().BeNull();
    }

    [Fact]
    public async Task Every_route_has_its_own_permission()
    {
        var (list, create) = (await app.NewAdmin("upload.create"), await app.NewAdmin("upload.list"));
        var user = await app.NewUser();
        using var form = Pictures.Form(Pictures.Png);
        using var again = Pictures.Form(Pictures.Png);

        (await list.Http.Get("/admin/api/v1/uploads")).Code.Should().Be("auth.permission_denied");
        (await create.Http.Send(form)).Code.Should().Be("auth.permission_denied");
        (await user.Http.Send(again)).Code.Should().Be("auth.admin_required");
        (await app.Anonymous.Get("/admin/api/v1/uploads")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static void AssertHarmless(HttpResponseMessage shown, string mime)
    {
        shown.Content.Headers.ContentType!.ToString().Should().Be(mime);
        shown.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        shown.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        shown.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().Contain("sandbox");
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(app.Storage, "*", SearchOption.AllDirectories).Order()];

    private Task Execute(string sql) => TestDatabase.Execute(app.ConnectionString, sql);
}
