using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VpsPanel.Architecture.Tests;

/// <summary>Calls of a method that would ask the current culture.</summary>
internal static class CultureRule
{
    /// <summary>Types that a culture writes in its own way.</summary>
    private static readonly HashSet<string> Written =
    [
        "System.Decimal", "System.Double", "System.Single", "System.Half", "System.DateTime", "System.DateTimeOffset", "System.DateOnly",
        "System.TimeOnly",
    ];

    /// <summary>Types that a culture reads in its own way; signs and group separators count too.</summary>
    private static readonly HashSet<string> Read =
    [
        .. Written, "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64",
        "System.UInt64", "System.Int128", "System.UInt128", "System.Numerics.BigInteger", "System.TimeSpan",
    ];

    private static readonly HashSet<string> Comparers = ["System.StringComparison", "System.Globalization.CultureInfo", "System.IFormatProvider"];

    private static readonly HashSet<string> Sorting = ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Min", "Max"];

    public static IEnumerable<string> Calls(MethodDefinition method) =>
        from instruction in method.Body.Instructions
        let call = instruction.Operand as MethodReference
        where call is not null
            && (Depends(call) || PassesNoProvider(instruction, call) || (AppendsWritten(call) && HasHandlerWithoutProvider(method)))
        select call.FullName;

    /// <summary>A null in place of the provider, which is the last argument or stands before the variable that is read into.</summary>
    private static bool PassesNoProvider(Instruction instruction, MethodReference call) =>
        call.Parameters.Select(parameter => parameter.ParameterType.FullName).ToList() switch
        {
            [.., "System.IFormatProvider"] => instruction.Previous?.OpCode.Code == Code.Ldnull,
            [.., "System.IFormatProvider", _] => instruction.Previous?.Previous?.OpCode.Code == Code.Ldnull,
            _ => false,
        };

    private static bool Depends(MethodReference call)
    {
        var type = call.DeclaringType.FullName;
        if (call.Parameters.Any(parameter => Comparers.Contains(parameter.ParameterType.FullName)))
            return false;

        return call.Name switch
        {
            "ToString" => Written.Contains(type),
            "Parse" or "TryParse" or "ParseExact" or "TryParseExact" => Read.Contains(type),
            "Format" when type == "System.String" => true,
            "ToLower" or "ToUpper" or "CompareTo" when type == "System.String" => true,
            "Compare" when type == "System.String" => true,
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" when type == "System.String" => TakesString(call),
            "AppendFormat" when type == "System.Text.StringBuilder" => true,
            "Append" or "Insert" when type == "System.Text.StringBuilder" => call.Parameters.Any(IsWritten),
            _ when type == "System.Convert" => Converts(call),
            _ when type == "System.Linq.Enumerable" => SortsText(call),
            ".ctor" => IsSortedByText(call),
            _ => false,
        };
    }

    private static bool TakesString(MethodReference call) => call.Parameters[0].ParameterType.FullName == "System.String";

    private static bool IsWritten(ParameterDefinition parameter) => Written.Contains(parameter.ParameterType.FullName);

    private static bool Converts(MethodReference call) =>
        call.Name == "ToString"
            ? IsWritten(call.Parameters[0])
            : Read.Contains("System." + call.Name.Replace("To", "", StringComparison.Ordinal)) && call.Parameters.Count == 1 && TakesString(call);

    private static bool SortsText(MethodReference call) =>
        Sorting.Contains(call.Name)
        && call is GenericInstanceMethod generic
        && generic.GenericArguments[^1].FullName == "System.String"
        && (generic.GenericArguments.Count == 2 || call.Parameters.Count == 1)
        && !call.Parameters.Any(parameter => parameter.ParameterType.FullName.StartsWith("System.Collections.Generic.IComparer", StringComparison.Ordinal));

    private static bool IsSortedByText(MethodReference call) =>
        call.DeclaringType is GenericInstanceType { ElementType.Name: "SortedDictionary`2" or "SortedSet`1" or "SortedList`2" } sorted
        && sorted.GenericArguments[0].FullName == "System.String"
        && !call.Parameters.Any(parameter => parameter.ParameterType.FullName.StartsWith("System.Collections.Generic.IComparer", StringComparison.Ordinal));

    private static bool AppendsWritten(MethodReference call) =>
        call.Name == "AppendFormatted"
        && call is GenericInstanceMethod generic
        && Written.Contains(Bare(generic.GenericArguments[0]));

    private static string Bare(TypeReference type) =>
        type is GenericInstanceType { ElementType.Name: "Nullable`1" } nullable ? nullable.GenericArguments[0].FullName : type.FullName;

    private static bool HasHandlerWithoutProvider(MethodDefinition method) =>
        method.Body.Instructions.Any(instruction =>
            instruction.OpCode.Code is Code.Newobj or Code.Call
            && instruction.Operand is MethodReference
            {
                Name: ".ctor",
                DeclaringType.Name: "DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler",
            } made
            && !made.Parameters.Any(parameter => parameter.ParameterType.FullName == "System.IFormatProvider"));
}
