import ArgumentParser
import Deployment
import Files
import HashKeys
import Reporting
import SourceText

/// `connectorctl plan`
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract:
            "Show what it would take to make an installation's state equal to a configuration.",
        usage: "connectorctl plan [<options>]",
        discussion: """
            Nothing is changed. Exit code 1 means that a change would be refused; with \
            --detailed-exitcode, 3 means that there are changes.

            Examples:
              connectorctl plan --config samples/shop/connectors
              connectorctl plan --config connectors --format markdown --detailed-exitcode
              connectorctl plan --config connectors --against-git origin/main
            """)

    @OptionGroup var deploy: DeployOptions

    @Option(help: "How to write the plan: text, json or markdown (for a pull request's comment).")
    var format = PlanFormat.text

    @Option(
        help: ArgumentHelp(
            "Save the plan to this file; `apply` carries out exactly that. With -, it goes to standard "
                + "output, and what people read to standard error.", valueName: "file"))
    var out: String?

    @Flag(help: "Exit with 3 if there are changes.")
    var detailedExitcode = false

    @Option(
        help: ArgumentHelp(
            """
            Compare with the configuration of this revision of the git repository, instead of \
            with the state.
            """, valueName: "ref"))
    var againstGit: String?

    func run() throws {
        if let againstGit { return try end(planAgainstGit(againstGit)) }
        var outputs = OutputGuard()
        outputs.reads(deploy.files.paths)
        outputs.writes(OutputPath.file(out), by: "--out")
        try outputs.check()
        let loaded = try deploy.load(guarding: outputs)
        outputs.removeLeftovers()
        let kept = try KeptState(deploy.files, for: loaded)
        let (plan, desired) = try deploy.plan(loaded, kept.state, salt: kept.ring?.salt)
        if let out { try keep(plan, desired, kept, in: out) }
        try end(plan)
    }

    /// Writes the plan, and ends the command with the status that says what is in it.
    private func end(_ plan: Plan) throws {
        let isTaken = OutputPath.isStandardOutput(out)
        try format.write(plan, to: isTaken ? .standardError : .standardOutput)
        try (plan.refusals.isEmpty ? ExitStatus.success : .findings).end()
        try (detailedExitcode && !plan.changes.isEmpty ? ExitStatus.changes : .success).end()
    }

    private func keep(
        _ plan: Plan, _ desired: DesiredState, _ kept: KeptState, in path: String
    ) throws {
        // What is refused is not kept: there is nothing to carry out.
        guard plan.refusals.isEmpty else { return }
        if desired.hasPlainSecrets && kept.ring == nil { throw StateFailure.planNeedsKeys.failure }
        guard let path = OutputPath.file(path) else {
            return try ByteOutput.write(PlanFile.bytes(plan))
        }
        try AtomicFile(path: path, PlanFile.bytes(plan)).publish()
    }
}

/// How plans are written.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown

    func write(_ plan: Plan, to stream: Terminal.Stream = .standardOutput) throws {
        let output = ByteOutput(stream, self == .json ? nil : .shown)
        switch self {
        case .text:
            output.write(PlanText(plan, style: Terminal.style(of: stream)).text)
        case .json: output.write(PlanJSON(plan).bytes)
        case .markdown: output.write(PlanMarkdown(plan).text)
        }
        try output.finish()
    }
}
