using FluentValidation;
using MediatR;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>Runs the message's validators; a refusal names every field that is wrong.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        if (failures.Count == 0)
            return next();

        var details = failures
            .GroupBy(failure => failure.PropertyName)
            .ToDictionary(field => field.Key, field => field.Select(failure => failure.ErrorMessage).ToArray());
        return Task.FromResult(TResponse.Fail(
            new Error(ErrorKind.Validation, "request.invalid", failures[0].ErrorMessage) { Details = details }));
    }
}
