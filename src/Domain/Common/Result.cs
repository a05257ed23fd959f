using System.Diagnostics.CodeAnalysis;

namespace VpsPanel.Domain.Common;

/// <summary>A refusal or nothing more to say. Never drop one: an architecture test looks.</summary>
public sealed class Result : IOutcome<Result>
{
    private Result(Error? error) => Error = error;

    public static Result Success { get; } = new(null);

    public static Type? ResponseType => null;

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public Error? Error { get; }

    public object? Response => null;

    public static implicit operator Result(Error error) => new(error);

    public static Result Fail(Error error) => new(error);

    public static Result Replay(object? answer) => Success;

    /// <summary>For values whose static type is an interface, where C# allows no implicit conversion.</summary>
    public static Result<T> Of<T>(T value) => value;
}

/// <summary>A value, or the one error that refused it.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    public static Type? ResponseType => typeof(T);

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public Error? Error { get; }

    public object? Response => _value;

    /// <exception cref="InvalidOperationException">The result is a refusal: the caller did not look.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    public static Result<T> Fail(Error error) => new(default, error);

    public static Result<T> Replay(object? answer) => new((T?)answer, null);

    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Error is null ? map(_value!) : Error;
}
