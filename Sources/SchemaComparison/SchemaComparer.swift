import Documents
import JSONSchema
public import SourceText

/// Compares schemas:
///
///     compile  both, as the findings must be shown first
///     prove    that the new schema accepts all that the old one does
///     search   else for examples around each obstacle of the proof
///     confirm  each example by validating it under both
public enum SchemaComparer {
    /// Whether what is valid under `old` stays valid under `new`. No answer if one of them
    /// has errors, which are among the findings.
    public static func compare(
        _ old: ComparedSchema, _ new: ComparedSchema
    ) -> (comparison: SchemaComparison?, diagnostics: [Diagnostic]) {
        compare(old, new, limits: .standard)
    }

    static func compare(
        _ old: ComparedSchema, _ new: ComparedSchema, limits: CompareLimits
    ) -> (comparison: SchemaComparison?, diagnostics: [Diagnostic]) {
        let (oldSchema, oldFindings) = compile(old)
        let (newSchema, newFindings) = compile(new)
        let findings = oldFindings + newFindings
        guard oldSchema != nil, newSchema != nil else { return (nil, findings) }
        let comparison = DeepStack.run { run(old, new, limits) }
        return (comparison ?? undecided(new), findings)
    }

    private static func compile(
        _ schema: ComparedSchema
    ) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        SchemaCompiler(
            defaultDialect: schema.dialect, assertsFormats: schema.assertsFormats,
            load: schema.load
        ).compile(schema.root, baseURI: schema.baseURI)
    }

    private static func run(
        _ old: ComparedSchema, _ new: ComparedSchema, _ limits: CompareLimits
    ) -> SchemaComparison {
        let subschemas = SubschemaTable(old, new, limits: limits)
        let root = Conjunction([subschemas.old])
        if Prover(subschemas, limits: limits).prove(root, subschemas.new).isEmpty {
            return SchemaComparison(breaking: [], undecided: [])
        }
        subschemas.renewEvaluations(limits)
        let sampler = Sampler(subschemas, limits: limits)
        let obstacles = Prover.merged(
            Prover(subschemas, limits: limits, sampler: sampler).prove(root, subschemas.new))
        let guesses = sampler.values(
            .init(schemas: root, hints: Conjunction([subschemas.new]), kind: nil))
        var breaking = Confirmation(
            old: subschemas.schema(of: subschemas.old), new: subschemas.schema(of: subschemas.new))
        for sample in obstacles.flatMap(\.witnesses) + guesses { breaking.add(sample) }
        return breaking.comparison(obstacles)
    }

    private static func undecided(_ new: ComparedSchema) -> SchemaComparison {
        SchemaComparison(
            breaking: [],
            undecided: [
                .init(
                    keyword: "$schema", schema: new.root,
                    message: "the system provides no stack for the comparison")
            ])
    }
}
