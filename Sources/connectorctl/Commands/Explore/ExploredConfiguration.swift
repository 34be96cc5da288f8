import Configuration
import Exploration
import Replay
import Stories

/// What is explored: a configuration, or made-up connectors.
struct ExploredConfiguration {
    let world: World
    let isMadeUp: Bool

    /// - Parameter folder: the folder of the configuration; nil: connectors are made up.
    /// - Throws: what ends the command, after reporting the errors of the configuration.
    init(_ folder: String?, _ format: OutputFormat) throws {
        isMadeUp = folder == nil
        guard let folder else {
            world = .madeUp()
            return
        }
        let configuration = try Configuration.load(paths: [folder])
        let findings = Findings(configuration)
        if configuration.hasErrors || !configuration.diagnostics.isEmpty {
            try findings.write(format, to: .standardError)
        }
        try findings.status().end()
        world = World(ReplaySetup(configuration))
    }

    /// - Throws: `Failure` if there is no method to pay through.
    func checkMethods(_ folder: String?) throws(Failure) {
        guard world.setup.methods.isEmpty else { return }
        throw Failure(
            .couldNotRun, "there is no payment method in `\(folder ?? ".")` to pay through",
            hint: "name the folder of a configuration, or leave --config out")
    }
}
