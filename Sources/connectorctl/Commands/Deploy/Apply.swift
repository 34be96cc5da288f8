import ArgumentParser
import Configuration
import Deployment
import Files
import HashKeys
import Reporting
import SourceText

/// `connectorctl apply`
struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make an installation's state equal to a configuration.",
        usage: "connectorctl apply [<plan>] [<options>]",
        discussion: """
            The plan is shown, and is to be confirmed on a terminal. State and keys are written \
            so that, whatever happens, the old pair is there or the new one. A plan saved by \
            `plan --out` is carried out exactly, or not at all. With --bundle, what the platform \
            needs to know is written as well, secrets included; if one of them is missing, \
            nothing is changed.

            Examples:
              connectorctl apply --config samples/shop/connectors --auto-approve
              connectorctl apply --config connectors --bundle bundle.json --auto-approve
              connectorctl apply kept.plan.json --auto-approve
            """)

    @Argument(help: "A plan saved by `plan --out` (default: plan now).")
    var plan: String?

    @OptionGroup var deploy: DeployOptions

    @Flag(help: "Make the changes without asking.")
    var autoApprove = false

    @Option(
        help: ArgumentHelp(
            """
            Write a bundle for the platform into this file, which only its owner can read; see \
            `connectorctl help bundle`.
            """, valueName: "file"))
    var bundle: String?

    func run() throws {
        try checkOptions()
        let outputs = outputs
        try outputs.check()
        let loaded = try plan == nil ? deploy.load(guarding: outputs) : nil
        outputs.removeLeftovers()
        let session = try deploy.files.session()
        let plan: Plan
        if let path = self.plan {
            plan = try Failure.catching { () throws(StateFailure) in
                try PlanFile.read(path, for: session.kept.state)
            }
            try checkActor(of: plan)
        } else if let loaded {
            plan = try deploy.plan(loaded, session.kept.state, salt: session.ring.salt).plan
        } else {
            preconditionFailure("without a saved plan there is a configuration")
        }
        try PlanFormat.text.write(plan)
        try (plan.refusals.isEmpty ? ExitStatus.success : .findings).end()
        let bundle = try loaded.flatMap { try bundleFile($0, plan.actor) }
        guard !plan.changes.isEmpty || session.isRewritten else {
            try bundle?.written(for: session.kept.state).publish()
            try list(session.kept.state, plan)
            return try deploy.files.warnOfGit()
        }
        if !plan.changes.isEmpty { try Approval.ask(isGiven: autoApprove) }
        let applied = try Failure.catching { () throws(StateFailure) in
            try session.apply(plan, environment: Terminal.variable) { state throws(FileError) in
                guard let bundle else { return ChangedFiles() }
                return ChangedFiles(after: [try bundle.written(for: state)])
            }
        }
        try deploy.files.warn(applied)
        try list(applied.state, plan)
        try deploy.files.warnOfGit()
    }

    /// A saved plan is carried out for whoever made it.
    private func checkActor(of plan: Plan) throws(Failure) {
        guard let actor = deploy.source.reseller, !ByteOrder.equal(actor, plan.actor) else {
            return
        }
        throw Failure(
            .couldNotRun, "the plan was made by `\(plan.actor)`, not by `\(actor)`",
            code: .accessDenied, hint: "make a plan with --as \(actor)")
    }

    /// What is read and written, for it not to be the same.
    private var outputs: OutputGuard {
        var outputs = OutputGuard()
        outputs.reads(plan, as: .plan)
        outputs.writes(deploy.files.paths)
        outputs.writes(bundle, by: "--bundle")
        return outputs
    }

    private func checkOptions() throws(Failure) {
        guard plan == nil || !deploy.strictPlatform else {
            throw Failure(
                .usage,
                "--strict-platform applies to making a plan, and this one has already been "
                    + "made",
                hint: "give it to `plan --out`")
        }
        if plan != nil, let bundle {
            throw Failure(
                .usage, "--bundle needs the configuration, and a saved plan is applied without it",
                hint: "apply the plan, then run `connectorctl bundle --out \(bundle)`")
        }
    }

    /// The bundle, complete except for the numbers of new connectors.
    private func bundleFile(_ loaded: LoadedConfiguration, _ actor: String) throws -> BundleFile? {
        try bundle.map { try BundleFile(Bundle(readingSecretsOf: loaded, for: actor), path: $0) }
    }

    /// Lists the connectors for those who may see them.
    private func list(_ state: DeployedState?, _ plan: Plan) throws {
        guard let state, plan.seesConnectors else { return }
        try ByteOutput.write("\n" + DeployedList(state).text)
    }
}

/// Asks whether changes are to be made.
enum Approval {
    /// - Throws: `Failure` if the answer is no, or nobody can be asked.
    static func ask(isGiven: Bool) throws {
        if isGiven { return }
        guard Terminal.canAsk else {
            throw Failure(
                .couldNotRun, "there is no terminal on which to confirm these changes",
                hint: "give --auto-approve to make them without asking")
        }
        try ByteOutput.write("Make these changes? Type `yes` to confirm: ", to: .standardError)
        guard readLine() == "yes" else {
            throw Failure(.couldNotRun, "the changes were not approved; nothing was changed")
        }
    }
}
