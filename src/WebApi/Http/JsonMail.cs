using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Mail.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Endpoints.Admin;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Listing<EmailTemplateView>))]
[JsonSerializable(typeof(EmailTemplateView))]
[JsonSerializable(typeof(EmailTemplateBody))]
[JsonSerializable(typeof(SmtpView))]
[JsonSerializable(typeof(SmtpBody))]
[JsonSerializable(typeof(SmtpTestBody))]
internal sealed partial class MailJson : JsonSerializerContext;
