using System.Reflection;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>An assembly whose slices are part of this process: the application's own, and that of a test which brings slices.</summary>
public sealed record SliceAssembly(Assembly Assembly);
