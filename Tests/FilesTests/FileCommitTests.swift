import Synchronization
import TestSupport
import Testing

@testable import Files

/// A set of files that is published is whole afterwards, or as it was before, whatever happens at
/// whichever step.
@Suite("Files that are published together")
struct FileCommitTests {
    /// What happens at one step.
    enum Fault: CaseIterable {
        /// The process is no more: nothing is done from then on.
        case killedBefore, killedAfter
        /// The step does nothing and fails, and all others work.
        case fails
        /// The step fails although it did what it should.
        case failsAfterwards
        /// A signal arrives.
        case signal
    }

    /// Carries out steps, with a fault at one of them.
    final class FaultySteps: Sendable {
        private let count = Mutex(0)
        private let point: Int
        private let fault: Fault
        private let gate: SignalGate
        /// Whether the file system has no second names of files.
        private let refusesLinks: Bool
        private let ended = Mutex(false)

        init(_ fault: Fault, at point: Int, _ gate: SignalGate, refusesLinks: Bool = false) {
            (self.fault, self.point, self.gate) = (fault, point, gate)
            self.refusesLinks = refusesLinks
        }

        var number: Int { count.withLock { $0 } }
        /// Whether a signal would have ended the process between two steps.
        var wasEnded: Bool { ended.withLock { $0 } }

        var steps: FileSteps {
            FileSteps { [self] step throws(FileError) in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                let isFaulty = number == point
                switch fault {
                case .killedBefore where number >= point, .killedAfter where number > point,
                    .fails where isFaulty:
                    throw Self.failure
                case .signal where isFaulty:
                    if gate.admits(15) { ended.withLock { $0 = true } }
                default: break
                }
                if refusesLinks, case .link(_, let path) = step {
                    throw FileError(.create, path, .system(1))
                }
                try FileSteps.real.perform(step)
                if isFaulty, fault == .failsAfterwards { throw Self.failure }
            }
        }

        static let failure = FileError(.write, "the disk", .system(5))
    }

    /// A folder with an old set, and what publishes a new one.
    struct Scene {
        let folder: TemporaryFolder
        static let old = ["a": "old a", "b": "old b", "gone": "old gone", "mark": "old mark"]
        static let new = ["a": "new a", "b": "new b", "c": "new c", "mark": "new mark"]

        init() throws {
            folder = try TemporaryFolder()
            for (name, text) in Self.old { try folder.write(name, text) }
        }

        func publish(_ steps: FileSteps, _ gate: SignalGate) throws {
            let files = try ["a", "b", "c"].map { try file($0, isPrivate: $0 == "b") }
            let set = FileSet(
                files, removing: [folder.path("gone"), folder.path("never there")],
                mark: try file("mark", isPrivate: false))
            try FileCommit(steps: steps, gate: gate).perform(set.changes) { set.didPublish() }
        }

        private func file(_ name: String, isPrivate: Bool) throws -> AtomicFile {
            let file = try AtomicFile(path: folder.path(name), isPrivate: isPrivate)
            try Array("new \(name)".utf8).withUnsafeBytes { try file.write($0) }
            try file.complete()
            return file
        }

        /// What is there, but for temporary files.
        var found: [String: String] {
            get throws {
                var found: [String: String] = [:]
                for name in try folder.names where TemporaryName.characters(of: name) == nil {
                    found[name] = String(decoding: try #require(folder.read(name)), as: UTF8.self)
                }
                return found
            }
        }

        var leftovers: [String] {
            get throws { try folder.names.filter { TemporaryName.characters(of: $0) != nil } }
        }
    }

    /// How many steps it takes when nothing happens.
    private static func stepCount(refusingLinks: Bool = false) throws -> Int {
        let scene = try Scene()
        let steps = FaultySteps(.fails, at: .max, SignalGate(), refusesLinks: refusingLinks)
        try scene.publish(steps.steps, SignalGate())
        #expect(try scene.found == Scene.new)
        #expect(try scene.leftovers.isEmpty)
        return steps.number
    }

    @Test(
        "are all there or none, whatever happens at any step",
        arguments: Fault.allCases, [false, true])
    func everyStep(fault: Fault, refusingLinks: Bool) throws {
        let count = try Self.stepCount(refusingLinks: refusingLinks)
        #expect(count > 12)
        var outcomes: [String: Int] = [:]
        for point in 1...count {
            let delivered = Delivered()
            let gate = delivered.gate
            let scene = try Scene()
            let steps = FaultySteps(fault, at: point, gate, refusesLinks: refusingLinks)
            var error: FileError?
            do {
                try scene.publish(steps.steps, gate)
            } catch let failure as FileError {
                error = failure
            }
            let place: Comment = "\(fault) at step \(point): \(error?.message ?? "no error")"
            let found = try scene.found
            switch fault {
            case .killedBefore, .killedAfter:
                let isMarked = found["mark"] != nil
                #expect(!isMarked || found == Scene.old || found == Scene.new, place)
                outcomes[isMarked ? found["mark"] ?? "" : "not marked", default: 0] += 1
            case .fails, .failsAfterwards:
                #expect(found == (error == nil ? Scene.new : Scene.old), place)
                #expect(error?.unrestored == nil, place)
                outcomes[found["mark"] ?? "", default: 0] += 1
            case .signal:
                #expect(found == Scene.new && error == nil, place)
                #expect(!steps.wasEnded, place)
                #expect(delivered.all == [15], "and it comes through afterwards")
            }
            // What a kill leaves behind, or a failure to remove it, goes with the next run.
            if fault == .signal { #expect(try scene.leftovers.isEmpty, place) }
            for name in try scene.leftovers where name.hasPrefix(".b.") {
                #expect(try Folder.permissions(of: scene.folder.path(name)) == 0o600, place)
            }
            Leftovers.remove(from: scene.folder.path)
            #expect(try scene.leftovers.isEmpty, place)
        }
        if fault != .signal { #expect(outcomes.count > 1 && outcomes["new mark"] != nil) }
    }

    @Test("have the permissions of the old files back when they are undone")
    func permissions() throws {
        let scene = try Scene()
        let count = try Self.stepCount()
        var undone = 0
        for point in 1...count {
            let gate = SignalGate()
            let steps = FaultySteps(.fails, at: point, gate)
            // From the step on that makes the set whole, nothing is undone.
            guard (try? scene.publish(steps.steps, gate)) == nil else { break }
            undone += 1
            #expect(try Folder.permissions(of: scene.folder.path("b")) == 0o644)
        }
        #expect(undone > 1)
    }

    @Test("say what could not be undone, and leave what it needs as it is")
    func undone() throws {
        let scene = try Scene()
        // The disk fails for good when the mark is about to appear.
        let steps = FileSteps { step throws(FileError) in
            if case .rename(_, let path) = step, PathText.name(path) == "mark" {
                throw FaultySteps.failure
            }
            if case .rename(let old, let path) = step, PathText.name(path) == "a",
                (try? MappedFile(path: old).bytes.count) == 5,
                (try? WholeFile.read(old, limitBytes: 9)) == Array("old a".utf8)
            {
                throw FileError(.rename, path, .system(5))
            }
            try FileSteps.real.perform(step)
        }
        let error = #expect(throws: FileError.self) { try scene.publish(steps, SignalGate()) }
        #expect(
            error?.message.hasSuffix("and `\(scene.folder.path("a"))` could not be restored")
                == true)
        let found = try scene.found
        #expect(found["mark"] == nil, "the set is not whole")
        #expect(found["a"] == "new a" && found["b"] == "old b" && found["c"] == nil)
    }
}
