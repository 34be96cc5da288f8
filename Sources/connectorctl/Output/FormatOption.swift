public import ArgumentParser
import Files
public import Reporting
import SourceText

/// How results are written that have a form for people and one for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json

    /// How findings are written where this is how results are.
    var ofFindings: FindingFormat { self == .json ? .json : .text }

    /// Writes a result to standard output.
    func write(text: @autoclosure () -> String, json: @autoclosure () -> [UInt8]) throws(FileError)
    {
        switch self {
        case .text: try ByteOutput.write(text())
        case .json: try ByteOutput.write(json())
        }
    }
}

/// The option `--format`.
struct FormatOption: ParsableArguments {
    @Option(help: "How to write the result: text or json.")
    var format = OutputFormat.text
}

extension FindingFormat: ExpressibleByArgument {}

/// How many findings are shown.
struct MaxFindings: ExpressibleByArgument {
    let number: Int

    static let standard = MaxFindings(number: Diagnostic.mostDescribed)

    init(number: Int) {
        self.number = number
    }

    init?(argument: String) {
        if argument == "all" {
            number = .max
        } else if let value = Int(argument), value >= 0 {
            number = value
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { String(number) }
}

/// The option `--max-findings`.
struct MaxFindingsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many findings to show: a number, or all. All are counted.", valueName: "number"))
    var maxFindings = MaxFindings.standard

    var most: Int { maxFindings.number }
}

/// The option `--format` of commands whose result is findings.
struct FindingFormatOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to write the result: \(Listing.or(FindingFormat.allCases.map(\.rawValue))).",
            valueName: "format"))
    var format = FindingFormat.text
}
