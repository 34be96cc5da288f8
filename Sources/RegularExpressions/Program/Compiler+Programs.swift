extension PatternProgram {
    /// Compiles a part of a pattern without back-references.
    init(of node: PatternNode, in syntax: ParsedPattern) throws(PatternError) {
        var compiler = Compiler(syntax, for: .threads)
        try compiler.emit(node, .forward)
        try compiler.emit(.accept)
        code = compiler.code
        looks = compiler.lookPrograms
        alphabet = try Alphabet(of: compiler.sets)
        wordSet = compiler.wordSet
    }
}

extension BacktrackingProgram {
    /// Compiles a whole pattern.
    init(of syntax: ParsedPattern) throws(PatternError) {
        var compiler = Compiler(syntax, for: .backtracking)
        try compiler.emit(syntax.root, .forward)
        try compiler.emit(.accept)
        var entries = Array(repeating: 0, count: syntax.lookCount)
        // Inner looks have lower numbers, and are met only when the outer ones are compiled.
        for number in compiler.looks.indices.reversed() {
            guard let look = compiler.looks[number] else { continue }
            entries[number] = compiler.code.count
            try compiler.emit(look.body, look.direction)
            try compiler.emit(.accept)
        }
        code = compiler.code
        lookEntries = entries
        negatedLooks = compiler.looks.map { $0?.isNegated ?? false }
        references = compiler.references
        cellCount = compiler.cellCount
        alphabet = try Alphabet(of: compiler.sets)
    }
}
