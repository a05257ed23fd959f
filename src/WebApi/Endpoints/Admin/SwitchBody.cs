using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal sealed record SwitchBody([property: Words("active", "disabled")] string? Status);
