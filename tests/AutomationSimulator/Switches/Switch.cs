using System.Text.Json.Serialization;

namespace VpsPanel.AutomationSimulator.Switches;

/// <summary>One fault to play. The effect of a call happens unless the fault says that it does not.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SwitchKind>))]
public enum SwitchKind
{
    /// <summary>Refused with code 0 and the message; no effect.</summary>
    [JsonStringEnumMemberName("fail")] Fail,

    /// <summary>The effect happens at once, the reply is held for the given milliseconds.</summary>
    [JsonStringEnumMemberName("hang")] Hang,

    /// <summary>Status 200 with an HTML page.</summary>
    [JsonStringEnumMemberName("garbage")] Garbage,

    /// <summary>Status 200 with the first half of the JSON.</summary>
    [JsonStringEnumMemberName("truncated")] Truncated,

    /// <summary>Status 500 with an HTML page; no effect.</summary>
    [JsonStringEnumMemberName("http_500")] Http500,

    /// <summary>The connection drops instead of the reply.</summary>
    [JsonStringEnumMemberName("lose_reply")] LoseReply,

    /// <summary>Success with data "".</summary>
    [JsonStringEnumMemberName("empty_data")] EmptyData,

    /// <summary>Numbers arrive as text, and create_host names its id "id".</summary>
    [JsonStringEnumMemberName("text_numbers")] TextNumbers,

    /// <summary>The host vanishes: before the call looks for it, or right after create_host answered.</summary>
    [JsonStringEnumMemberName("forget_host")] ForgetHost,

    /// <summary>
    /// The host vanishes before the call looks for it, and a stranger's host has its id from then on; its name is the message, else
    /// <c>stranger-</c> and the id.
    /// </summary>
    [JsonStringEnumMemberName("give_to_stranger")] GiveToStranger,

    /// <summary>hostinfo only: it does not say the name of the host.</summary>
    [JsonStringEnumMemberName("hide_name")] HideName,

    /// <summary>create_host and reset_os only: the boot ends in state 11 or 5.</summary>
    [JsonStringEnumMemberName("fail_boot")] FailBoot,

    /// <summary>create_host and reset_os only: the boot takes the given milliseconds.</summary>
    [JsonStringEnumMemberName("slow_boot")] SlowBoot,

    /// <summary>hostinfo only: refused with the word for "still creating".</summary>
    [JsonStringEnumMemberName("creating_error")] CreatingError,
}

/// <param name="Action">Name of a call, or * for every call.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Times">Calls it still strikes; null strikes until cleared.</param>
/// <param name="Milliseconds">For hang and slow_boot.</param>
/// <param name="Message">For fail.</param>
public sealed record Switch(string Action, SwitchKind Kind, int? Times = null, int Milliseconds = 60_000, string? Message = null)
{
    internal bool Strikes(string action) => (Action is "*" || Action == action) && Kind switch
    {
        SwitchKind.CreatingError or SwitchKind.HideName => action is "hostinfo",
        SwitchKind.FailBoot or SwitchKind.SlowBoot => action is "create_host" or "reset_os",
        _ => true,
    };
}
