import ArgumentParser
import Configuration
import Reporting
import SourceText

/// Findings with all that is needed to show them.
struct Findings {
    let report: Report
    /// Whether something was not looked at.
    private let isIncomplete: Bool

    init(_ configuration: LoadedConfiguration, and more: [Diagnostic] = []) {
        configuration.disclose(more)
        self.init(
            configuration.diagnostics + more, files: configuration.fileCount,
            documents: configuration.documentCount, checked: configuration.checkedDocuments)
    }

    init(_ diagnostics: [Diagnostic], files: Int, documents: Int, checked: [String] = []) {
        report = Report(diagnostics, files: files, documents: documents, checked: checked)
        isIncomplete = diagnostics.contains { $0.code.isAboutUnread }
    }

    /// What is found in a configuration after its own findings have been reported.
    init(_ diagnostics: [Diagnostic], in configuration: LoadedConfiguration) {
        configuration.disclose(diagnostics)
        self.init(
            diagnostics, files: configuration.fileCount, documents: configuration.documentCount,
            checked: configuration.checkedDocuments)
    }

    func write(_ format: FindingFormat = .text, to stream: Terminal.Stream) throws {
        let output = ByteOutput(stream, format == .json ? nil : .shown)
        format.write(report, style: Terminal.style(of: stream)) { output.write($0) }
        try output.finish()
    }

    /// Shows the findings, if there are any, on standard error, and ends the command if one is an error.
    func check(_ format: FindingFormat = .text) throws {
        if !report.findings.isEmpty { try write(format, to: .standardError) }
        try status().end()
    }

    /// Shows the findings on standard error; gives what ends the command because of them.
    func refusal(_ format: FindingFormat = .text) throws -> ExitCode {
        try write(format, to: .standardError)
        return ExitCode((isIncomplete ? ExitStatus.couldNotRun : .findings).rawValue)
    }

    /// - Parameter isStrict: whether warnings count as errors.
    func status(isStrict: Bool = false) -> ExitStatus {
        if isIncomplete { return .couldNotRun }
        let summary = report.summary
        return summary.errors > 0 || isStrict && summary.warnings > 0 ? .findings : .success
    }
}
