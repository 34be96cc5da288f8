import SourceText

/// Composes events into documents.
struct YAMLComposer {
    let source: SourceText
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: DocumentLimits
    var builder: DocumentBuilder
    var anchors = YAMLAnchors()
    var diagnostics: [Diagnostic] = []
    private var documents: [Document] = []
    /// The end of the last token, where block collections end.
    private var lastEnd = 0
    /// While a key that is not a scalar is passed over: where it begins, and what is open in it.
    private var skippedKey: (start: Int, depth: Int)?

    init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) {
        self.source = source
        self.bytes = bytes
        self.limits = limits
        builder = DocumentBuilder(source: source)
    }

    /// The documents, and the findings together with `others`, by their positions.
    consuming func result(
        with others: [Diagnostic]
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        return (documents, (diagnostics + others).inSourceOrder(\.span))
    }

    /// Takes the next step of the parse; false if nothing after it can be used.
    mutating func take(_ step: YAMLParser.Step) -> Bool {
        switch step {
        case .failure(let failure):
            diagnostics.append(YAMLSyntax.diagnostic(failure, in: source))
            return false
        case .event(let event):
            return skippedKey == nil ? compose(event) : skip(event)
        }
    }

    private mutating func compose(_ event: YAMLEvent) -> Bool {
        switch event.kind {
        case .streamStart, .streamEnd: break
        case .documentStart:
            builder = DocumentBuilder(source: source)
            anchors.beginDocument()
        case .documentEnd: documents.append(builder.finish())
        case .alias(let name):
            appendAlias(name, event.range)
            lastEnd = event.range.end
        case .scalar(let scalar): append(scalar, event.range)
        case .sequenceStart(let properties, _): return begin(.array, properties, event.range)
        case .mappingStart(let properties, _): return begin(.object, properties, event.range)
        case .sequenceEnd, .mappingEnd: end(event.range)
        }
        return true
    }

    private mutating func append(_ scalar: YAMLEvent.Scalar, _ range: SourceRange) {
        let content = ScalarContent(scalar, range, in: bytes)
        if let anchor = scalar.properties.anchor {
            anchors.define(anchor, .scalar(content), at: content.anchorRange)
        }
        append(content)
        lastEnd = content.range.end
    }

    private mutating func begin(
        _ kind: Node.Kind, _ eventProperties: YAMLEvent.Properties, _ range: SourceRange
    ) -> Bool {
        let properties = NodeProperties(eventProperties, in: bytes, range)
        guard builder.depth < limits.yamlDepth else {
            reportDepth(properties.contentStart)
            return false
        }
        checkTag(ofCollection: kind, eventProperties.tag, properties.tag)
        let isKey = builder.expectsKey
        if let anchor = eventProperties.anchor {
            anchors.define(
                anchor, isKey ? .unusable : .collection(builder.nodeCount), at: properties.anchor)
        }
        if isKey {
            skippedKey = (properties.contentStart, 1)
            return true
        }
        builder.begin(kind, at: properties.contentStart)
        return true
    }

    private mutating func end(_ range: SourceRange) {
        guard let container = builder.openContainer else { return }
        if builder.records[container].kind == .object {
            diagnostics += builder.findings(
                ofRepeatedKeysIn: container, code: .yamlDuplicateKey, kind: "mapping")
        }
        lastEnd = endOfCollection(range)
        builder.endContainer(at: max(lastEnd, Int(builder.records[container].start)))
    }

    /// A flow collection ends after its bracket, a block collection with what is in it.
    private func endOfCollection(_ range: SourceRange) -> Int {
        guard range.end == range.start + 1 else { return lastEnd }
        let byte = bytes[range.start]
        return byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") ? range.end : lastEnd
    }

    /// Passes over an event within a key that is not a scalar; at its end puts its text as the key.
    private mutating func skip(_ event: YAMLEvent) -> Bool {
        guard var key = skippedKey else { return true }
        switch event.kind {
        case .sequenceStart(let properties, _), .mappingStart(let properties, _):
            guard builder.depth + key.depth < limits.yamlDepth else {
                reportDepth(event.range.start)
                return false
            }
            properties.anchor.map { anchors.define($0, .unusable, at: nil) }
            key.depth += 1
        case .sequenceEnd, .mappingEnd: key.depth -= 1
        case .scalar(let scalar):
            scalar.properties.anchor.map { anchors.define($0, .unusable, at: nil) }
            lastEnd = event.range.end
        default: lastEnd = event.range.end
        }
        skippedKey = key
        if key.depth == 0 { appendSkippedKey(key.start, event) }
        return true
    }

    private mutating func appendSkippedKey(_ start: Int, _ event: YAMLEvent) {
        skippedKey = nil
        lastEnd = endOfCollection(event.range)
        let range = SourceRange(start: start, end: max(lastEnd, start))
        builder.append(.string, sourceText: range, range)
        reportKeyNotScalar(range)
    }
}
