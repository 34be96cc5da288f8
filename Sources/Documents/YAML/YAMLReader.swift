public import SourceText

/// Reads YAML 1.2 with the core schema, as far as libyaml and JSON's data model go.
public enum YAMLReader {
    /// The documents in `source`, in order, and all that is wrong with them.
    ///
    /// A syntax error ends the reading; the documents before it are returned. Other findings leave
    /// a document that has null instead of what cannot be resolved.
    ///
    /// - Complexity: O(*n* · *depth*) at worst; nothing recurses.
    public static func read(
        _ source: SourceText, limits: DocumentLimits = .standard
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        source.bytes.withUnsafeBufferPointer { bytes in
            if let finding = YAMLLimits.finding(in: bytes, of: source, limits)
                ?? YAMLCharacters.finding(in: bytes, of: source)
            {
                return ([], [finding])
            }
            guard let replaced = YAMLByteOrderMarks.replaced(in: bytes) else {
                return compose(bytes, of: source, limits)
            }
            return replaced.withUnsafeBufferPointer { compose($0, of: source, limits) }
        }
    }

    private static func compose(
        _ bytes: UnsafeBufferPointer<UInt8>, of source: SourceText, _ limits: DocumentLimits
    ) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var layout = YAMLLayout(source, bytes)
        var composer = YAMLComposer(source: source, bytes: bytes, limits: limits)
        YAMLStream.read(bytes) { step in
            if case .event(let event) = step { layout.take(event) }
            return composer.take(step)
        }
        return composer.result(with: layout.findings)
    }
}
