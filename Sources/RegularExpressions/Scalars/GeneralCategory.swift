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
        for line in table.split(separator: "\n") {
            let sides = line.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
            for name in sides[0] {
                names[name] = sides.count > 1 ? sides[1] : [sides[0][0]]
            }
        }
        return names
    }()

    /// A line is the names of a category, and after a colon its parts if it is a group.
    private static let table = """
        Lu Uppercase_Letter
        Ll Lowercase_Letter
        Lt Titlecase_Letter
        LC Cased_Letter: Lu Ll Lt
        Lm Modifier_Letter
        Lo Other_Letter
        L Letter: Lu Ll Lt Lm Lo
        Mn Nonspacing_Mark
        Mc Spacing_Mark
        Me Enclosing_Mark
        M Mark Combining_Mark: Mn Mc Me
        Nd Decimal_Number digit
        Nl Letter_Number
        No Other_Number
        N Number: Nd Nl No
        Pc Connector_Punctuation
        Pd Dash_Punctuation
        Ps Open_Punctuation
        Pe Close_Punctuation
        Pi Initial_Punctuation
        Pf Final_Punctuation
        Po Other_Punctuation
        P Punctuation punct: Pc Pd Ps Pe Pi Pf Po
        Sm Math_Symbol
        Sc Currency_Symbol
        Sk Modifier_Symbol
        So Other_Symbol
        S Symbol: Sm Sc Sk So
        Zs Space_Separator
        Zl Line_Separator
        Zp Paragraph_Separator
        Z Separator: Zs Zl Zp
        Cc Control cntrl
        Cf Format
        Cs Surrogate
        Co Private_Use
        Cn Unassigned
        C Other: Cc Cf Cs Co Cn
        """

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
