import Configuration
import ConfiguredReplay
import Foundation
import HashKeys
import JSONText
public import Payments
public import Replay
public import Stories
import TestSupport
import Testing

/// A conformance case with what must come out of it.
public struct ReplayedCase: Sendable {
    /// The names of the cases whose replay writes states.
    public static func names() throws -> [String] {
        try ConformanceCase.names().filter { try ConformanceCase($0).writesStates }
    }

    private let conformance: ConformanceCase
    /// The rows of `states.json`.
    public let expectedStates: [String]
    /// The lines of `trace.ndjson`, if the case has it.
    public let expectedTrace: [String]?

    public init(_ name: String) throws {
        conformance = try ConformanceCase(name)
        let states = String(decoding: try conformance.read("expected/states.json"), as: UTF8.self)
        expectedStates = states.split(separator: "\n").dropFirst().dropLast().map {
            String($0.hasSuffix(",") ? $0.dropLast() : $0)
        }
        expectedTrace =
            conformance.arguments.contains("--trace")
            ? String(decoding: try conformance.read("expected/trace.ndjson"), as: UTF8.self)
                .split(separator: "\n").map(String.init)
            : nil
    }

    /// The story of every payment, in the order of their identifiers.
    public func stories(_ machine: StateMachine = .real) throws -> [Story] {
        var (world, recording) = try read()
        world.machine = machine
        return stories(of: recording, in: world)
    }

    /// The story of every payment of what was read.
    public func stories(of recording: Recording, in world: World) -> [Story] {
        StoryBook(recording.events, until: recording.end, in: world).stories
    }

    /// The configuration, with the keys if signatures are verified, and the events.
    public func read() throws -> (world: World, recording: Recording) {
        let configuration = try Configuration.load(paths: [path(conformance.configuration)])
        var world = World(ReplaySetup(configuration))
        world.signatureKeys = try signatureKeys(world.setup)
        return (world, try #require(try recording(world)))
    }

    private func path(_ name: String) -> String { conformance.folder.appending(path: name).path }

    private func signatureKeys(_ setup: ReplaySetup) throws -> SignatureKeys? {
        let copies = try TemporaryFolder()
        guard let path = try conformance.copyOfKeys(in: copies) else { return nil }
        let file = try #require(try KeyFile.read(path))
        return try SignatureKeys(file, for: setup) { _ in nil }
    }

    private func recording(_ world: World) throws -> Recording? {
        let temporary = FileManager.default.temporaryDirectory.path
        let inputs = try conformance.inputs.map { name in
            try EventInput(
                path: path(name), format: try #require(EventInput.Format(path: name)),
                temporaryFolder: temporary)
        }
        var request = ReplayRequest(setup: world.setup, inputs: inputs, temporaryFolder: temporary)
        request.signatureKeys = world.signatureKeys
        let arguments = conformance.arguments
        if arguments.contains("quarantine") { request.onInvalid = .quarantine }
        if let option = arguments.firstIndex(of: "--until") {
            request.until = Timestamp(text: arguments[option + 1])
        }
        guard case .read(let recording) = try Replay.record(request) else { return nil }
        return recording
    }

    /// The rows of `states.json` that `stories` make.
    public func states(_ stories: [Story]) -> [String] {
        stories.compactMap { story in
            story.state(story.last).map { state in
                String(decoding: JSONWriter.object { state.write(to: &$0) }, as: UTF8.self)
            }
        }
    }

    /// The steps, with files as the case calls them.
    public func trace(_ stories: [Story]) -> [String] {
        stories.flatMap { story in
            story.steps.indices.map { index in
                let row = JSONWriter.object { story.traceRow(of: index).write(to: &$0) }
                return String(decoding: row, as: UTF8.self)
                    .replacing(conformance.folder.path + "/", with: "")
            }
        }
    }
}
