/// A regular expression in rough outline: enough to make up texts.
struct PatternOutline {
    indirect enum Part {
        /// One of some characters.
        case scalars([Unicode.Scalar])
        case sequence([Part])
        case either([Part])
        case repeated(Part, least: Int, most: Int)
    }

    private let text: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    private static let most = 1_000

    init(_ pattern: String) {
        text = Array(pattern.unicodeScalars)
    }

    mutating func parse() -> Part {
        var branches = [sequence()]
        while index < text.count {
            // A closing bracket too many is passed over.
            index += 1
            branches.append(sequence())
        }
        return .either(branches)
    }

    private mutating func alternatives() -> Part {
        var branches = [sequence()]
        while take("|") { branches.append(sequence()) }
        return .either(branches)
    }

    private mutating func sequence() -> Part {
        var parts: [Part] = []
        while let next = peek, next != "|", next != ")" {
            let part = atom()
            parts.append(quantified(part))
        }
        return .sequence(parts)
    }

    private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        index += 1
        return true
    }

    private mutating func atom() -> Part {
        guard let scalar = peek else { return .sequence([]) }
        index += 1
        switch scalar {
        case "^", "$": return .sequence([])
        case ".": return .scalars(["a", "0", "Z", "-"])
        case "(": return group()
        case "[": return .scalars(set())
        case "\\": return .scalars(escape())
        default: return .scalars([scalar])
        }
    }

    private mutating func group() -> Part {
        guard depth < 50 else {
            index = text.count
            return .sequence([])
        }
        depth += 1
        defer { depth -= 1 }
        var isCondition = false
        if take("?") {
            if take("<") {
                isCondition = peek == "=" || peek == "!"
                while let next = peek, !isCondition, next != ">" { index += 1 }
            } else {
                isCondition = peek == "=" || peek == "!"
            }
            index += 1
        }
        let inner = alternatives()
        _ = take(")")
        return isCondition ? .sequence([]) : inner
    }

    private mutating func escape() -> [Unicode.Scalar] {
        guard let scalar = peek else { return [] }
        index += 1
        switch scalar {
        case "d": return ["0", "7", "4", "9"]
        case "w": return ["a", "0", "Z", "_"]
        case "s": return [" "]
        case "D", "S", "W": return scalar == "W" ? ["-", " "] : ["a", "-", "Z"]
        case "b", "B": return []
        case "n": return ["\n"]
        case "t": return ["\t"]
        case "r": return ["\r"]
        case "p", "P":
            while let next = peek, next != "}" { index += 1 }
            index += 1
            return ["a", "Z", "0"]
        case "u", "x": return codePoint(scalar == "u" ? 4 : 2)
        default: return [scalar]
        }
    }

    private mutating func codePoint(_ count: Int) -> [Unicode.Scalar] {
        var digits = ""
        if take("{") {
            while let next = peek, next != "}" {
                digits.unicodeScalars.append(next)
                index += 1
            }
            index += 1
        } else {
            while let next = peek, digits.unicodeScalars.count < count {
                digits.unicodeScalars.append(next)
                index += 1
            }
        }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { [$0] } ?? []
    }

    /// Some members of a character class: of the ranges their ends; what a class excludes is tried
    /// around.
    private mutating func set() -> [Unicode.Scalar] {
        let isNegated = take("^")
        var members: [Unicode.Scalar] = []
        while let next = peek, next != "]" {
            index += 1
            var found = next == "\\" ? escape() : [next]
            if peek == "-", index + 1 < text.count, text[index + 1] != "]", let low = found.first {
                index += 1
                let scalar = text[index]
                index += 1
                let high = (scalar == "\\" ? escape() : [scalar]).first ?? low
                let middle = Unicode.Scalar((low.value + high.value) / 2) ?? low
                found = [low, high, middle]
            }
            members += found
        }
        index += 1
        guard isNegated else { return members }
        let others: [Unicode.Scalar] = ["a", "0", "-", " ", "Z", "é"]
        return others.filter { !members.contains($0) }
    }

    private mutating func quantified(_ part: Part) -> Part {
        var part = part
        while let next = peek {
            var bounds: (Int, Int)
            switch next {
            case "*": bounds = (0, PatternOutline.most)
            case "+": bounds = (1, PatternOutline.most)
            case "?": bounds = (0, 1)
            case "{":
                guard let counts = counts() else { return part }
                bounds = counts
                index -= 1
            default: return part
            }
            index += 1
            _ = take("?")
            bounds.1 = max(bounds.0, bounds.1)
            part = .repeated(part, least: bounds.0, most: bounds.1)
        }
        return part
    }

    /// `{2}`, `{2,}` or `{2,3}`; nil, and nothing read, if it is something else.
    private mutating func counts() -> (Int, Int)? {
        guard let end = text[index...].firstIndex(of: "}") else { return nil }
        let inner = String(String.UnicodeScalarView(text[(index + 1)..<end]))
        let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let least = Int(first), least >= 0 else {
            return nil
        }
        let bound = min(least, PatternOutline.most)
        index = end + 1
        if parts.count == 1 { return (bound, bound) }
        return (bound, min(Int(parts[1]) ?? PatternOutline.most, PatternOutline.most))
    }
}
