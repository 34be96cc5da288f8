import Configuration
import ConfiguredReplay
import Foundation
import HashKeys
import Payments
public import Replay
public import Stories
import TestSupport
import Testing

/// A conformance case with what must come out of it.
public struct ReplayedCase: Sendable {
    /// The names of the cases whose replay writes states.
    public static let names: [String] = {
        let root = ProjectFiles.url("spec/conformance")
        let names = (try? ProjectFiles.names(in: root)) ?? []
        return names.filter {
            FileManager.default.fileExists(atPath: root.path + "/\($0)/expected/states.json")
        }
    }()

    public let name: String
    private let folder: URL
    private let arguments: [String]
    private let inputs: [String]
    private let keys: String?
    /// The rows of `states.json`.
    public let expectedStates: [String]
    /// The lines of `trace.ndjson`, if the case has it.
    public let expectedTrace: [String]?

    private struct Description: Decodable {
        let arguments: [String]
        let inputs: [String]
        let keys: String?
    }

    public init(_ name: String) throws {
        self.name = name
        folder = ProjectFiles.url("spec/conformance/\(name)")
        let data = try Data(contentsOf: folder.appending(path: "case.json"))
        let description = try JSONDecoder().decode(Description.self, from: data)
        (arguments, inputs) = (description.arguments, description.inputs)
        keys = description.keys
        let states = try String(
            contentsOf: folder.appending(path: "expected/states.json"), encoding: .utf8)
        expectedStates = states.split(separator: "\n").dropFirst().dropLast().map {
            String($0.hasSuffix(",") ? $0.dropLast() : $0)
        }
        let trace = try? String(
            contentsOf: folder.appending(path: "expected/trace.ndjson"), encoding: .utf8)
        expectedTrace = trace?.split(separator: "\n").map(String.init)
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
        let configuration = try Configuration.load(paths: [folder.path + "/config"])
        var world = World(ReplaySetup(configuration))
        world.signatureKeys = try signatureKeys(world.setup)
        return (world, try #require(try recording(world)))
    }

    private func signatureKeys(_ setup: ReplaySetup) throws -> SignatureKeys? {
        guard let keys else { return nil }
        let bytes = try Data(contentsOf: folder.appending(path: keys))
        let copies = try TemporaryFolder()
        let file = try KeyFile.read(copies.writeSecret("keys.json", bytes: bytes))
        return try SignatureKeys(try #require(file), for: setup) { _ in nil }
    }

    private func recording(_ world: World) throws -> Recording? {
        let temporary = FileManager.default.temporaryDirectory.path
        let inputs = try inputs.map { name in
            try EventInput(
                path: folder.path + "/" + name,
                format: try #require(EventInput.Format(path: name)), temporaryFolder: temporary)
        }
        var request = ReplayRequest(setup: world.setup, inputs: inputs, temporaryFolder: temporary)
        request.signatureKeys = world.signatureKeys
        if arguments.contains("quarantine") { request.onInvalid = .quarantine }
        if let place = arguments.firstIndex(of: "--until") {
            request.until = Timestamp(text: arguments[place + 1])
        }
        guard case .read(let recording) = try Replay.record(request) else { return nil }
        return recording
    }

    /// The rows of `states.json` that `stories` make.
    public func states(_ stories: [Story]) -> [String] {
        stories.compactMap { story in
            story.state(story.last).map { state in
                var row: [UInt8] = []
                state.appendJSON(to: &row)
                return String(decoding: row, as: UTF8.self)
            }
        }
    }

    /// The steps, with files as the case calls them.
    public func trace(_ stories: [Story]) -> [String] {
        stories.flatMap { story in
            story.steps.indices.map { index in
                var line: [UInt8] = []
                story.appendTrace(of: index, to: &line)
                return String(decoding: line, as: UTF8.self)
                    .replacing(folder.path + "/", with: "")
            }
        }
    }
}
