using System.Reflection;

namespace VpsPanel.WebApi.Http;

internal static class Product
{
    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);
}
