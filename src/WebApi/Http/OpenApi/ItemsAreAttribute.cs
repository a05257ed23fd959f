namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>What the API document says of the elements of a list that is read as raw JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAreAttribute(Type type) : Attribute
{
    public Type Type => type;
}
