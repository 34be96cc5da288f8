import Documents
import SourceText

/// The patterns of a program, each compiled once.
struct PatternTable {
    var diagnostics: [Diagnostic] = []
    /// For a schema that was made of a form, the form's node for each of its nodes.
    var sources: [Node]?
    /// Nil for those that something is wrong with.
    private var ids: [ExactText: Int32?] = [:]

    /// The pattern with this text; nil, and reported, if there is something wrong with it.
    mutating func id(of text: String, at node: Node, in program: inout SchemaProgram) -> Int32? {
        if let known = ids[ExactText(text)], let known { return known }
        let id = compile(text, at: node, in: &program)
        ids[ExactText(text)] = .some(id)
        return id
    }

    private mutating func compile(
        _ text: String, at node: Node, in program: inout SchemaProgram
    ) -> Int32? {
        do {
            let pattern = try SchemaPattern(text)
            for warning in pattern.warnings {
                report(.schemaPatternLenient, "unusual pattern", warning, at: node)
            }
            program.patterns.append(pattern)
            return Int32(truncatingIfNeeded: program.patterns.count - 1)
        } catch {
            report(.schemaPatternInvalid, "invalid pattern", error, at: node)
            return nil
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ what: String, _ remark: SchemaPattern.Remark, at node: Node
    ) {
        let node = sources?[node.index] ?? node
        diagnostics.append(
            Diagnostic(
                code, "\(what): \(remark.message)", at: node.span(ofTextAt: remark.offset),
                pointer: node.pointer))
    }
}

extension Node {
    /// The span of one byte of a string's content: the byte itself where the source spells the
    /// content as it is, else the whole string.
    fileprivate func span(ofTextAt offset: Int) -> SourceSpan {
        guard record.flags.contains(.textInSource), offset < Int(record.length) else { return span }
        let start = Int(record.text) + offset
        return document.source.span(SourceRange(start: start, end: start + 1))
    }
}
