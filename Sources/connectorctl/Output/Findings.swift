import Configuration
import Reporting
import SourceText

/// Findings with all that is needed to show them.
struct Findings {
    let report: Report
    private let masks: MaskedRanges

    init(_ configuration: LoadedConfiguration, and more: [Diagnostic] = []) {
        report = Report(
            configuration.diagnostics + more, files: configuration.fileCount,
            documents: configuration.documentCount)
        masks = MaskedRanges(configuration.secrets)
    }

    /// - Parameter secrets: what is masked where source lines are shown.
    init(
        _ diagnostics: [Diagnostic], files: Int, documents: Int, hiding secrets: [SourceSpan] = []
    ) {
        report = Report(diagnostics, files: files, documents: documents)
        masks = MaskedRanges(secrets)
    }

    /// What is found in a configuration after its own findings have been reported; the secrets in it are
    /// masked.
    init(_ diagnostics: [Diagnostic], in configuration: LoadedConfiguration) {
        self.init(
            diagnostics, files: configuration.fileCount, documents: configuration.documentCount,
            hiding: configuration.secrets)
    }

    func write(_ format: OutputFormat, to stream: Terminal.Stream) throws {
        let output = ByteOutput(stream)
        switch format {
        case .text:
            TextReport(style: Terminal.style(of: stream), masks: masks).write(report) {
                output.write($0)
            }
        case .json: JSONReport().write(report) { output.write($0) }
        }
        try output.finish()
    }

    /// - Parameter isStrict: whether warnings count as errors.
    func status(isStrict: Bool = false) -> ExitStatus {
        let summary = report.summary
        return summary.errors > 0 || isStrict && summary.warnings > 0 ? .findings : .success
    }
}
