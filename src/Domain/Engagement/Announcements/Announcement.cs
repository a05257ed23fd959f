using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Announcements;

public readonly record struct AnnouncementId(long Value) : IId<AnnouncementId>
{
    public static AnnouncementId From(long value) => new(value);
}

public enum AnnouncementStatus
{
    Draft,
    Published,
    Archived,
}

/// <summary>What is announced, to whom.</summary>
/// <param name="Audience">In lower case; <c>all</c> for everybody.</param>
public sealed record AnnouncementTerms(string Title, string Content, string Category, string Audience, bool IsPinned, int Priority);

/// <summary>News for customers. Nobody sees it before it is published.</summary>
[StreamName("announcement")]
public sealed class Announcement : AggregateRoot<AnnouncementId>
{
    public const int MaxTitle = 200;
    public const int MaxContent = 20_000;
    public const int MaxCategory = 64;
    public const int MaxAudience = 32;
    public const int MaxOperator = 128;
    public const int MaxPriority = 1_000_000;
    public const string Everybody = "all";

    private Announcement()
    {
    }

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    public string Category { get; private set; } = "";

    public string Audience { get; private set; } = Everybody;

    public AnnouncementStatus Status { get; private set; }

    public bool IsPinned { get; private set; }

    public int Priority { get; private set; }

    public DateTimeOffset VisibleFrom { get; private set; }

    /// <summary>Null for no end.</summary>
    public DateTimeOffset? VisibleTo { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";

    public string CreatedBy { get; private set; } = "";

    public string UpdatedBy { get; private set; } = "";

    public static Announcement Write(AnnouncementTerms terms, string by, DateTimeOffset now)
    {
        var announcement = new Announcement { CreatedBy = by, VisibleFrom = now };
        announcement.Edit(terms, by);
        return announcement;
    }

    public void Edit(AnnouncementTerms terms, string by)
    {
        Title = terms.Title;
        Content = terms.Content;
        Category = terms.Category;
        Audience = terms.Audience;
        IsPinned = terms.IsPinned;
        Priority = terms.Priority;
        UpdatedBy = by;
    }

    /// <summary>From now on, until then; once more moves its time.</summary>
    public void Publish(DateTimeOffset? until, string by, DateTimeOffset now)
    {
        Move(AnnouncementMove.Publish);
        PublishedAt = now;
        VisibleFrom = now;
        VisibleTo = until;
        PublishedBy = by;
        UpdatedBy = by;
    }

    private void Move(AnnouncementMove move) => Status = AnnouncementFlow.Table.Next(Status, move, ActorKind.Admin).Value;
}
