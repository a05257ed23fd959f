using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(Page<UploadView>))]
internal sealed partial class UploadsJson : JsonSerializerContext;
