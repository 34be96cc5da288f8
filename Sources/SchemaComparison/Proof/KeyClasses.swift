import Documents
import JSONSchema
import SourceText

/// The keys of objects in classes; the same schemas apply to all keys of a class. Every key that
/// some schema declares is a class of its own; all others are one class for each set of patterns
/// that they match.
struct KeyClasses {
    private let patterns: [ExactText: SchemaPattern]
    /// The patterns that count, without repetition.
    let sources: [ExactText]

    init(_ objects: [ObjectShape]) {
        var patterns: [ExactText: SchemaPattern] = [:]
        var sources: [ExactText] = []
        for (source, _) in objects.flatMap(\.patterns) where patterns[source] == nil {
            patterns[source] = try? SchemaPattern(source.text)
            sources.append(source)
        }
        self.patterns = patterns
        self.sources = sources
    }

    /// The schemas that one object shape has for the key `name`.
    func subschemas(for name: ExactText, in object: ObjectShape) -> [SubschemaID] {
        var subschemas: [SubschemaID] = []
        if let subschema = object.properties[name] { subschemas.append(subschema) }
        for (source, subschema) in object.patterns
        where patterns[source]?.mayMatch(name.text) ?? false {
            subschemas.append(subschema)
        }
        if subschemas.isEmpty, let additional = object.additional { subschemas.append(additional) }
        return subschemas
    }

    /// The schemas that one object shape has for an undeclared key that matches just `matched`.
    func subschemas(matching matched: Set<ExactText>, in object: ObjectShape) -> [SubschemaID] {
        let subschemas = object.patterns.filter { matched.contains($0.source) }.map(\.subschema)
        if subschemas.isEmpty, let additional = object.additional { return [additional] }
        return subschemas
    }

    /// Every set of patterns that a key may match, as far as is known; nil if there are too many.
    func combinations(limit: Int) -> [Set<ExactText>]? {
        guard sources.count <= limit else { return nil }
        return (0..<(1 << sources.count)).map { bits in
            Set(sources.indices.filter { bits >> $0 & 1 == 1 }.map { sources[$0] })
        }
    }
}
