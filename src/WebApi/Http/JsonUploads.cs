using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Uploads;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(Page<UploadView>))]
internal sealed partial class UploadsJson : JsonSerializerContext;
