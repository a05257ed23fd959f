using System.Text.RegularExpressions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Domain.Proxies.Templates;

/// <summary>What users are served changed: a template was published, or became or ceased to be a default.</summary>
[EventName("subscription_template.changed")]
public sealed record SubscriptionTemplateChanged : IDomainEvent;

/// <summary>
/// How a subscription is written for one kind of client. What is edited stays a draft; users get the edition that was published
/// last.
/// </summary>
[StreamName("subscription_template")]
public sealed partial class SubscriptionTemplate : AggregateRoot<SubscriptionTemplateId>
{
    public const int MaxName = 128;
    public const int MaxDescription = 500;
    public const int MaxClientType = 32;
    public const int MaxContent = 200_000;

    // Filled here and stored, never loaded: no rule needs the editions of the past.
    private readonly List<TemplateVersion> _newEditions = [];

    private SubscriptionTemplate()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>Unique within the client type; names are compared without regard to case.</summary>
    public string NameKey { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Such as <c>clash</c>; never changes.</summary>
    public string ClientType { get; private set; } = "";

    public TemplateFormat Format { get; private set; }

    /// <summary>Which functions the content calls.</summary>
    public TemplateFunctions Functions { get; private set; }

    public string Content { get; private set; } = "";

    public string Variables { get; private set; } = "{}";

    /// <summary>The client type that this is the default of, null for no default. Unique: a client type has one default at most.</summary>
    public string? DefaultOf { get; private set; }

    /// <summary>The edition that users get; 0 for none yet.</summary>
    public int Version { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string LastPublishedBy { get; private set; } = "";

    public bool IsDefault => DefaultOf is not null;

    /// <summary>What was published since it was loaded.</summary>
    public IReadOnlyList<TemplateVersion> NewEditions => _newEditions;

    /// <param name="clientType">Folded.</param>
    public static Result<SubscriptionTemplate> Create(string clientType, TemplateDraft draft)
    {
        if (!ClientTypeShape().IsMatch(clientType))
            return Error.Validation("client_type", "client_type must be a name such as clash");

        var template = new SubscriptionTemplate { ClientType = clientType };
        var written = template.Write(draft);
        return written.IsSuccess ? template : written.Error;
    }

    public static string FoldClientType(string text) => text.Trim().ToLowerInvariant();

    public Result Write(TemplateDraft draft)
    {
        var fault = new FieldErrors()
            .Name("name", draft.Name, MaxName)
            .Text("description", draft.Description, MaxDescription)
            .Unless(draft.Content.Trim().Length > 0, "content", "is required")
            .Text("content", draft.Content, MaxContent)
            .Error;
        if (fault is not null)
            return fault;

        Name = draft.Name.Trim();
        NameKey = User.Fold(draft.Name);
        Description = draft.Description.Trim();
        Format = draft.Format;
        Functions = draft.Functions;
        Content = draft.Content;
        Variables = draft.Variables;
        return Result.Success;
    }

    public void MakeDefault(bool isDefault)
    {
        if (isDefault == IsDefault)
            return;

        DefaultOf = isDefault ? ClientType : null;
        Raise(new SubscriptionTemplateChanged());
    }

    /// <summary>Makes the draft the edition that users get. Whether it renders was checked before.</summary>
    public Result<TemplateVersion> Publish(string changelog, string by, DateTimeOffset now)
    {
        var fault = new FieldErrors().Text("changelog", changelog, TemplateVersion.MaxChangelog)
            .Text("operator", by, TemplateVersion.MaxPublishedBy).Error;
        if (fault is not null)
            return fault;

        Version++;
        PublishedAt = now;
        LastPublishedBy = by;
        var version = TemplateVersion.Of(this, changelog);
        _newEditions.Add(version);
        Raise(new SubscriptionTemplateChanged());
        return version;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._+-]{0,31}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClientTypeShape();
}
