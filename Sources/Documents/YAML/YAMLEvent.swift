import SourceText

/// An event of libyaml, with byte offsets and copies of its texts.
struct YAMLEvent {
    let kind: Kind
    /// From the first property (anchor or tag) or sign to the end.
    let range: SourceRange

    enum Kind {
        case streamStart
        case streamEnd
        /// - Parameter isExplicit: whether `---` is there.
        case documentStart(isExplicit: Bool)
        /// - Parameter isExplicit: whether `...` is there.
        case documentEnd(isExplicit: Bool)
        case alias([UInt8])
        case scalar(Scalar)
        case sequenceStart(Properties, isFlow: Bool)
        case sequenceEnd
        case mappingStart(Properties, isFlow: Bool)
        case mappingEnd
    }

    /// What may precede a node.
    struct Properties {
        /// The name, without `&`.
        var anchor: [UInt8]?
        /// The tag with its handle resolved; `!` is the non-specific tag.
        var tag: [UInt8]?

        var isEmpty: Bool { anchor == nil && tag == nil }
    }

    struct Scalar {
        var properties: Properties
        var text: [UInt8]
        var style: Style
    }

    enum Style {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }
}

/// Why libyaml cannot go on.
struct YAMLFailure {
    /// What it found, in its words.
    let problem: String
    /// What it was doing, in its words; may be empty.
    let context: String
    /// The offset of the problem, and of the construct that it was reading.
    let offset: Int
    let contextOffset: Int?
}
