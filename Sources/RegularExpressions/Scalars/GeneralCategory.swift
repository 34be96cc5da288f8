/// The values of `General_Category` by the names that ECMA-262 gives them.
enum GeneralCategory {
    /// The scalars of a category or of a group of categories; nil if there is no such name.
    static func scalars(named name: String) -> ScalarSet? {
        guard let parts = names[name] else { return nil }
        return parts.compactMap { sets[$0] }.reduce(.empty) { $0.union($1) }
    }

    /// Each category by its short name, all found in a single pass over the scalars.
    private static let sets: [String: ScalarSet] = {
        var runs: [String: [ClosedRange<UInt32>]] = [:]
        var start: UInt32 = 0
        var category = Unicode.GeneralCategory.control
        for run in UniformRuns() {
            let next = Unicode.Scalar(run.lowerBound)?.properties.generalCategory ?? .surrogate
            guard next != category else { continue }
            runs[shortName(category), default: []].append(start...run.lowerBound - 1)
            (start, category) = (run.lowerBound, next)
        }
        runs[shortName(category), default: []].append(start...ScalarSet.last)
        return runs.mapValues { ScalarSet($0) }
    }()

    /// Every name, short or long, with the short names of its parts.
    private static let names: [String: [String]] = {
        var names: [String: [String]] = [:]
        for line in UnicodeTable.generalCategories.lines {
            let parts = line.content.split(separator: " ")
            for name in line.names {
                names[String(name)] = (parts.isEmpty ? [line.names[0]] : parts).map(String.init)
            }
        }
        return names
    }()

    private static func shortName(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
