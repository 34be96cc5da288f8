import SourceText

/// What the composer says of nodes that YAML allows and this program does not. The node in
/// question is the last one appended.
extension YAMLComposer {
    mutating func reportMergeKey(_ scalar: ScalarContent) {
        report(
            .yamlMergeKey, "merge keys (`<<`) are not part of YAML 1.2", scalar.range,
            hint: "write the merged entries out; for a key that is really named <<, quote it")
    }

    mutating func reportOtherReading(_ scalar: ScalarContent, isKey: Bool) {
        guard let other = YAML11.otherReading(scalar.text) else { return }
        let text = String(decoding: scalar.text, as: UTF8.self)
        let quoted = "put it in quotes if text is meant"
        if isKey {
            let message = "the key `\(text)` is text here, but \(other) to readers of YAML 1.1"
            return report(.yaml11Scalar, message, scalar.range, hint: "put the key in quotes")
        }
        let here = scalarName(CoreSchema.resolve(scalar.text))
        report(
            .yaml11Scalar, "`\(text)` is \(here) here, but \(other) to readers of YAML 1.1",
            scalar.range,
            hint: other == "true" || other == "false" ? "write \(other), or \(quoted)" : quoted)
    }

    private func scalarName(_ value: CoreSchema.Value) -> String {
        switch value {
        case .integer(let literal): "the number " + String(decoding: literal, as: UTF8.self)
        case .float, .radix: "a number"
        default: "text"
        }
    }

    mutating func reportUnknownTag(_ name: String, _ range: SourceRange) {
        report(
            .yamlTagUnknown, "the tag `\(name)` is unknown", range,
            hint: "remove it, or put text that begins with ! in quotes")
    }

    mutating func reportTagMismatch(_ scalar: ScalarContent) {
        let name = scalar.tagRange.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        report(
            .yamlTagMismatch, "this value is not what its tag `\(name ?? "!")` says", scalar.range,
            hint: "remove the tag or change the value")
    }

    mutating func checkTag(ofCollection kind: Node.Kind, _ tag: [UInt8]?, _ range: SourceRange?) {
        guard let range else { return }
        switch Tag(tag) {
        case .none, .nonSpecific: return
        case .array where kind == .array: return
        case .object where kind == .object: return
        case .unknown(let name): reportUnknownTag(name, range)
        default:
            let name = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
            let actual = kind == .array ? "a list" : "a mapping"
            report(
                .yamlTagMismatch, "the tag `\(name)` does not fit \(actual)", range,
                hint: "remove the tag")
        }
    }

    mutating func reportRadixDigits(_ scalar: ScalarContent, _ count: Int) {
        report(
            .yamlNumberLimit,
            "this number has \(count) digits; the limit for hexadecimal and octal numbers is "
                + "\(limits.yamlRadixDigits) digits",
            scalar.range)
    }

    mutating func reportNotFinite(_ scalar: ScalarContent) {
        let text = String(decoding: scalar.text, as: UTF8.self)
        report(
            .yamlNumberNotFinite, "`\(text)` is not a finite number and cannot be used",
            scalar.range,
            hint: "write a number, null, or text in quotes")
    }

    mutating func reportKeyNotScalar(_ range: SourceRange) {
        let isTemplate = bytes[range.start] == UInt8(ascii: "{")
        report(
            .yamlKeyNotScalar, "a key must be text, not a list or mapping", range,
            hint: isTemplate
                ? "put a template such as {{ name }} in quotes"
                : "put the key in quotes if text is meant")
    }

    mutating func reportUndefinedAlias(_ name: [UInt8], _ range: SourceRange) {
        // The name is not shown: text that was not meant as an alias may be a secret.
        let other = anchors.earlier[name].map { source.span($0) }
        report(
            .yamlUndefinedAlias,
            "there is no anchor of this name in this document before the alias",
            range,
            hint: "define it earlier in the document, or put text that begins with * in quotes",
            notes: other.map {
                [.init("an anchor of this name is in another document of the file", at: $0)]
            } ?? [])
    }

    mutating func reportRecursiveAlias(_ name: [UInt8], _ range: SourceRange, _ index: Int) {
        let start = Int(builder.records[index].start)
        let anchor = source.span(SourceRange(start: start, end: start + 1))
        let name = String(decoding: name, as: UTF8.self)
        report(
            .yamlRecursiveAlias, "`*\(name)` is within the value that it names", range,
            hint: "write the value out instead",
            notes: [.init("the value of `&\(name)` begins here", at: anchor)])
    }

    mutating func reportAliasLimit(_ range: SourceRange) {
        report(
            .yamlAliasLimit,
            "the aliases of this document add more than \(limits.yamlAliasNodes) values, which is "
                + "the limit",
            range, hint: "write some of the values out, or alias smaller ones")
    }

    mutating func reportDepth(_ offset: Int) {
        let range = SourceRange(start: offset, end: offset + 1)
        diagnostics.append(
            Diagnostic(
                .yamlDepthLimit,
                "lists and mappings are nested more than \(limits.yamlDepth) deep, which is the "
                    + "limit",
                at: source.span(range), hint: "nest less deeply"))
    }

    /// Reports on the last node.
    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ range: SourceRange, hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        let pointer = builder.nodeCount > 0 ? builder.pointer(to: builder.nodeCount - 1) : ""
        diagnostics.append(
            Diagnostic(
                code, message, at: source.span(range), pointer: pointer, hint: hint, notes: notes))
    }
}
