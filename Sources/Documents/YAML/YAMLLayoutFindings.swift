import SourceText

/// What `YAMLLayout` finds, and how it is said.
enum LayoutProblem {
    case commentWithoutSpace
    case directiveInDocument
    case dashInFlow
    case questionMark
    case nameWithoutSpace
    case longBlankLine
    case tabAsIndentation
    case indentation(needed: Int, found: Int)

    var message: String {
        switch self {
        case .commentWithoutSpace: "a `#` that begins a comment must follow white space"
        case .directiveInDocument:
            "a directive is allowed only at the beginning of the file or after a line with `...`"
        case .dashInFlow: "a dash alone is neither an entry nor text within brackets"
        case .questionMark: "a `?` that marks a key must be followed by white space"
        case .nameWithoutSpace:
            "the name of an anchor or alias must be followed by white space; it may hold letters, "
                + "digits, `_` and `-`"
        case .longBlankLine:
            "this blank line has more spaces than the first line of the text that it begins"
        case .tabAsIndentation: "a tab is not indentation"
        case .indentation(let needed, let found):
            "this line continues a value and must be indented by at least \(needed) "
                + (needed == 1 ? "space" : "spaces") + ", not \(found)"
        }
    }

    var hint: String {
        switch self {
        case .commentWithoutSpace: "put a space before it, or the text in quotes"
        case .directiveInDocument: "write `...` on a line before it"
        case .dashInFlow: "remove it, or put it in quotes"
        case .questionMark: "put the text in quotes"
        case .nameWithoutSpace: "put a space here"
        case .longBlankLine: "remove the spaces in the blank lines"
        case .tabAsIndentation: "indent with spaces"
        case .indentation: "indent it more deeply than the key or dash that it belongs to"
        }
    }
}

extension YAMLLayout {
    mutating func report(_ problem: LayoutProblem, _ range: SourceRange) {
        findings.append(
            Diagnostic(.yamlSyntax, problem.message, at: source.span(range), hint: problem.hint))
    }
}
