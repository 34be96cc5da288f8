import TestSupport

/// Which names some sources declare, and which they use.
///
/// Names are compared as text, without regard to what they belong to: what is found is used nowhere,
/// but a name that two declarations share is only found when both are unused. Labels of arguments and
/// plain assignments do not count as uses.
struct NameUses {
    struct Name {
        let text: String
        var uses = 0
        var declarations: [Location] = []
        var isPublic = false
    }

    struct Location {
        let path: String
        let offset: Int

        /// As `path:line`.
        func text() throws -> String {
            let line = try ProjectFiles.bytes(path)[..<offset].count { $0 == 0x0A } + 1
            return "\(path):\(line)"
        }
    }

    /// By a hash of the name, which is faster than the name.
    private(set) var names: [UInt64: Name] = [:]

    /// Reads a file; its declarations count only where `declares` says so.
    mutating func read(_ path: String, declares: Bool) throws {
        let bytes = try ProjectFiles.bytes(path)
        bytes.withUnsafeBufferPointer { buffer in
            var file = FileNames(buffer)
            file.scan()
            for use in file.uses { self[use, buffer].uses += 1 }
            guard declares else { return }
            for declared in file.declarations {
                self[declared.range, buffer].declarations.append(
                    Location(path: path, offset: declared.range.lowerBound))
                if declared.isPublic { self[declared.range, buffer].isPublic = true }
            }
        }
    }

    private subscript(range: Range<Int>, buffer: UnsafeBufferPointer<UInt8>) -> Name {
        get { Name(text: "") }
        _modify {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for index in range { hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01B3 }
            var name =
                names[hash] ?? Name(text: String(decoding: buffer[range], as: UTF8.self))
            defer { names[hash] = name }
            yield &name
        }
    }

    /// The names that are declared and used nowhere.
    var unused: [Name] {
        names.values.filter { $0.uses == 0 && !$0.declarations.isEmpty }
            .sorted { $0.text < $1.text }
    }
}

/// The declarations and uses of one file.
private struct FileNames {
    struct Declaration {
        let range: Range<Int>
        let isPublic: Bool
    }

    /// What the innermost bracket is.
    private enum Bracket {
        case round, other
        /// Of the body of an enumeration, where `case` declares, or of a protocol or extension.
        case body(isEnum: Bool, isPublic: Bool)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var tokens: [CodeScanner.Token] = []
    private var brackets: [Bracket] = []
    private var nextBody: Bracket?
    /// The tokens that are dealt with already.
    private var declaredUpTo = -1
    private(set) var uses: [Range<Int>] = []
    private(set) var declarations: [Declaration] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var scanner = CodeScanner(bytes)
        while let token = scanner.next() { tokens.append(token) }
    }

    mutating func scan() {
        for index in tokens.indices {
            switch tokens[index] {
            case .sign(let sign): noteBracket(sign)
            case .word(let range): noteWord(range, index)
            }
        }
    }

    private mutating func noteBracket(_ sign: UInt8) {
        switch sign {
        case UInt8(ascii: "("): brackets.append(.round)
        case UInt8(ascii: "["): brackets.append(.other)
        case UInt8(ascii: "{"):
            brackets.append(nextBody ?? .other)
            nextBody = nil
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
        default: break
        }
    }

    private mutating func noteWord(_ range: Range<Int>, _ index: Int) {
        switch text(range) {
        case "enum", "protocol", "extension", "struct", "class", "actor":
            let word = text(range)
            if word != "class" || sign(index - 1) != UInt8(ascii: ":") {
                nextBody = .body(isEnum: word == "enum", isPublic: isPublic(index))
                if word != "extension" { declare(index + 1, isPublic: isPublic(index)) }
            }
        case "func", "var", "let", "typealias", "associatedtype":
            declare(index + 1, isPublic: isPublic(index) || isInPublicProtocol)
        case "case":
            if case .body(isEnum: true, let isPublic) = brackets.last {
                declareCases(index + 1, isPublic)
            }
        default:
            if index > declaredUpTo, !isLabel(index), !isWritten(index) { uses.append(range) }
        }
    }

    private func text(_ range: Range<Int>) -> String {
        // Keywords are short; longer words are not read.
        range.count > 14 ? "" : String(decoding: bytes[range], as: UTF8.self)
    }

    private func word(_ index: Int) -> Range<Int>? {
        guard tokens.indices.contains(index), case .word(let range) = tokens[index] else {
            return nil
        }
        return range
    }

    private func sign(_ index: Int) -> UInt8? {
        guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else {
            return nil
        }
        return sign
    }

    // MARK: Declarations

    /// Notes the name at `index`, if there is one: `let (a, b)` and `func ==` have none.
    private mutating func declare(_ index: Int, isPublic: Bool) {
        guard let name = word(index), !["func", "var", "let"].contains(text(name)) else { return }
        declarations.append(Declaration(range: name, isPublic: isPublic))
        declaredUpTo = index
        // `if let name {` and `guard let name, …` use the name that they declare.
        let next = sign(index + 1)
        let isShort = next == UInt8(ascii: "{") || next == UInt8(ascii: ",")
        let word = word(index + 1).map(text)
        if isShort && text(name) != "self" || word == "else" { uses.append(name) }
    }

    private mutating func declareCases(_ start: Int, _ isPublic: Bool) {
        var index = start
        while let name = word(index) {
            declarations.append(Declaration(range: name, isPublic: isPublic))
            declaredUpTo = max(declaredUpTo, index)
            index += 1
            if sign(index) == UInt8(ascii: "(") { index = end(ofParentheses: index) }
            if sign(index) == UInt8(ascii: "=") { index += word(index + 1) == nil ? 1 : 2 }
            guard sign(index) == UInt8(ascii: ",") else { return }
            index += 1
        }
    }

    private func end(ofParentheses start: Int) -> Int {
        var (index, depth) = (start, 0)
        while index < tokens.count {
            if sign(index) == UInt8(ascii: "(") { depth += 1 }
            if sign(index) == UInt8(ascii: ")") { depth -= 1 }
            index += 1
            if depth == 0 { return index }
        }
        return index
    }

    private var isInPublicProtocol: Bool {
        if case .body(_, isPublic: true) = brackets.last { return true }
        return false
    }

    /// Whether one of the modifiers in front of the keyword at `index` is `public`.
    private func isPublic(_ index: Int) -> Bool {
        var index = index - 1
        while let range = word(index) ?? (sign(index) == UInt8(ascii: ")") ? 0..<0 : nil) {
            let word = text(range)
            if word == "public" { return true }
            if range.isEmpty {
                // `private(set)`, or the arguments of an attribute.
                index -= 3
            } else if Self.modifiers.contains(word) {
                index -= 1
            } else if sign(index - 1) == UInt8(ascii: "@") {
                index -= 2
            } else {
                return false
            }
        }
        return false
    }

    private static let modifiers: Set<String> = [
        "static", "final", "mutating", "nonmutating", "package", "internal", "private",
        "fileprivate", "override", "indirect", "lazy", "weak", "unowned", "nonisolated", "class",
        "borrowing", "consuming", "isolated",
    ]

    // MARK: Uses

    /// Whether the word is the label of an argument, a parameter or a tuple's element.
    private func isLabel(_ index: Int) -> Bool {
        guard case .round = brackets.last else { return false }
        let isFirst = sign(index - 1) == UInt8(ascii: "(") || sign(index - 1) == UInt8(ascii: ",")
        if sign(index + 1) == UInt8(ascii: ":") { return isFirst || word(index - 1) != nil }
        return isFirst && word(index + 1) != nil && sign(index + 2) == UInt8(ascii: ":")
    }

    /// Whether the word is only assigned to, as in `self.name = name`, of which neither is a use.
    private func isWritten(_ index: Int) -> Bool {
        guard let name = word(index), bytes[name.lowerBound] >= UInt8(ascii: "a") else {
            return false
        }
        if isAssigned(index) { return true }
        guard isAssigned(index - 2), let target = word(index - 2),
            sign(index - 3) == UInt8(ascii: "."),
            word(index - 4).map(text) == "self"
        else { return false }
        return bytes[target].elementsEqual(bytes[name]) && sign(index + 1) != UInt8(ascii: ".")
    }

    private func isAssigned(_ index: Int) -> Bool {
        sign(index + 1) == UInt8(ascii: "=") && sign(index + 2) != UInt8(ascii: "=")
            && sign(index - 1) != UInt8(ascii: ":") && word(index) != nil
    }
}
