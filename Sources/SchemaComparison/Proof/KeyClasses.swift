import Documents
import JSONSchema
import SourceText

/// The keys of objects in classes, within each of which the same schemas apply: every key that some
/// schema declares is a class of its own, and all others are one class for each set of patterns that
/// they match.
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
    func places(for name: ExactText, in object: ObjectShape) -> [PlaceID] {
        var places: [PlaceID] = []
        if let place = object.properties[name] { places.append(place) }
        for (source, place) in object.patterns where patterns[source]?.mayMatch(name.text) ?? false
        {
            places.append(place)
        }
        if places.isEmpty, let additional = object.additional { places.append(additional) }
        return places
    }

    /// The schemas that one object shape has for an undeclared key that matches just `matched`.
    func places(matching matched: Set<ExactText>, in object: ObjectShape) -> [PlaceID] {
        let places = object.patterns.filter { matched.contains($0.source) }.map(\.place)
        if places.isEmpty, let additional = object.additional { return [additional] }
        return places
    }

    /// Every set of patterns that a key may match, as far as is known; nil if there are too many.
    func combinations(limit: Int) -> [Set<ExactText>]? {
        guard sources.count <= limit else { return nil }
        return (0..<(1 << sources.count)).map { bits in
            Set(sources.indices.filter { bits >> $0 & 1 == 1 }.map { sources[$0] })
        }
    }
}
