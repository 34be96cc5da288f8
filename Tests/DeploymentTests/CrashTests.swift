import Deployment
import Files
import Foundation
import HashKeys
import Synchronization
import TestSupport
import Testing

/// A change that is broken off at any point leaves the old state with its keys or the new one with its
/// keys, and the next change goes on from there. One that fails at any point leaves the old ones and
/// nothing else.
@Suite("A crash")
struct CrashTests {
    /// Ends the program at a step: before it, in the middle of it, or after it. From then on nothing is
    /// done any more, as in a process that is no more. Or has the step fail, and goes on.
    final class Crash: Sendable {
        enum Moment: CaseIterable { case before, within, behind, failing }

        private let count = Mutex(0)
        private let point: Int
        private let moment: Moment

        init(at point: Int, _ moment: Moment) {
            (self.point, self.moment) = (point, moment)
        }

        /// How many steps were taken or attempted.
        var steps: Int { count.withLock { $0 } }

        var fileSteps: FileSteps {
            FileSteps { [self] step throws(FileError) in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                if number == point, moment == .failing || moment == .before { throw Self.end }
                if number > point, moment != .failing { throw Self.end }
                if number == point, moment == .within {
                    try Self.performHalf(step)
                    throw Self.end
                }
                try FileSteps.real.perform(step)
                if number == point { throw Self.end }
            }
        }

        private static let end = FileError(.write, "the end", .truncated)

        /// A part of a file is written; the other steps happen or do not.
        private static func performHalf(_ step: FileStep) throws(FileError) {
            guard case .write(let path, let bytes, let isPrivate) = step else { return }
            let half = Array(bytes.prefix(bytes.count / 2))
            try FileSteps.real.perform(.write(path: path, bytes: half, isPrivate: isPrivate))
        }
    }

    /// What is changed, and how the installation was before.
    enum Situation: String, CaseIterable, CustomTestStringConvertible {
        case first, second, rotation, afterBrokenOff

        var testDescription: String { rawValue }
    }

    @Test("at any step leaves the old pair or the new one", arguments: Situation.allCases)
    func everyStep(situation: Situation) throws {
        var found = (old: 0, new: 0)
        var points = 0
        let steps = try Self.run(situation, Crash(at: .max, .behind)).crash.steps
        #expect(steps >= 12)
        for point in 1...steps {
            for moment in Crash.Moment.allCases {
                let isNew = try Self.check(situation, point, moment)
                found = isNew ? (found.old, found.new + 1) : (found.old + 1, found.new)
                points += 1
            }
        }
        print(
            "\(situation): killed at \(points) points, found the old pair at \(found.old) "
                + "and the new one at \(found.new)")
        #expect(found.old > 0 && found.new > 0)
    }

    private static func run(
        _ situation: Situation, _ crash: Crash
    ) throws -> (installed: Installed, crash: Crash, hasFailed: Bool) {
        let installed = try Installed()
        if situation != .first { try installed.apply() }
        if situation == .afterBrokenOff {
            // The keys of a change that never came to be are still there.
            try installed.describe(replacing: "Minutes: 15", with: "Minutes: 20")
            _ = try? installed.apply(Crash(at: 8, .before).fileSteps)
            let keys = String(decoding: try #require(installed.files[1]), as: UTF8.self)
            #expect(keys.split(separator: "\"serial\"").count == 3, "those of two generations")
        }
        if situation == .rotation {
            let applied = try? installed.session(crash.fileSteps).rotateKey(
                of: "acme", keepsOld: true, desired: installed.desired(), environment: { _ in nil })
            return (installed, crash, applied == nil)
        }
        if situation != .first {
            try installed.describe(replacing: "https://till", with: "https://new-till")
            try installed.describe(replacing: "id: cash", with: "id: cash-desk")
        }
        let applied = try? installed.apply(crash.fileSteps)
        return (installed, crash, applied == nil)
    }

    /// Whether the new pair is found.
    private static func check(
        _ situation: Situation, _ point: Int, _ moment: Crash.Moment
    ) throws -> Bool {
        let (installed, _, hasFailed) = try run(situation, Crash(at: point, moment))
        let place: Comment = "\(situation), step \(point), \(moment)"
        if moment == .failing { try expectWhole(installed, hasFailed, situation, place) }
        let kept: KeptState
        do {
            let session = try installed.session()
            kept = session.kept
        }
        try expectPair(kept, place)
        let serial = kept.state?.serial ?? 0
        let old = situation == .first ? 0 : 1
        #expect(serial == old || serial == old + 1, place)
        // What is there can be changed, and the change is then complete.
        if situation != .rotation {
            let applied = try #require(try installed.apply(), place)
            #expect(applied.serial == old + 1, place)
            try expectPair(try KeptState(at: installed.paths), place)
            #expect(try installed.plan().changes.isEmpty, place)
        }
        #expect(try leftovers(installed).isEmpty, place)
        return serial == old + 1
    }

    /// What failed has changed nothing; what did not fail is complete. Only what could not be removed is
    /// left.
    private static func expectWhole(
        _ installed: Installed, _ hasFailed: Bool, _ situation: Situation, _ place: Comment
    ) throws {
        let old = situation == .first ? 0 : 1
        let kept = try KeptState(at: installed.paths)
        #expect((kept.state?.serial ?? 0) == (hasFailed ? old : old + 1), place)
        #expect(try leftovers(installed).count <= 1, place)
    }

    /// What is neither the configuration nor the state nor its keys.
    private static func leftovers(_ installed: Installed) throws -> [String] {
        try installed.folder.names.filter { !["config", "state.json", "keys.json"].contains($0) }
    }

    /// The state's fingerprints are those of its keys.
    private static func expectPair(_ kept: KeptState, _ place: Comment) throws {
        guard let state = kept.state else {
            #expect(kept.ring == nil, place)
            return
        }
        let ring = try #require(kept.ring, place)
        #expect(ring.serial == state.serial, place)
        #expect(ring.entries.count == state.connectors.count, place)
        for connector in state.connectors {
            let key = ring[connector.resource.id]?.keys { _ in nil }?.current
            #expect(key?.plainFingerprint == connector.fingerprint, place)
        }
    }

    @Test("of the real program, killed at any moment, leaves a pair that it can go on from")
    func realProgram() throws {
        let installed = try Installed()
        var random = SeededGenerator(seed: 9)
        var (killed, changed) = (0, 0)
        var serial = 0
        for round in 0..<60 {
            try installed.describe(
                Installed.configuration.replacing(
                    "Minutes: 15", with: "Minutes: \(round + 16)"))
            let program = try Program.start(
                ["apply", "--auto-approve"] + installed.arguments)
            // Most of the time goes by before anything is written: wait for the lock.
            _ = Patience.waits {
                !program.isRunning || installed.folder.read("state.json.lock") != nil
            }
            usleep(UInt32.random(in: 0...40_000, using: &random))
            if program.isRunning {
                program.send(SIGKILL)
                killed += 1
            }
            _ = program.outcome()
            let kept = try KeptState(at: installed.paths)
            try Self.expectPair(kept, "round \(round)")
            let next = kept.state?.serial ?? 0
            #expect(next == serial || next == serial + 1)
            if next > serial { changed += 1 }
            serial = next
        }
        print("the program was killed \(killed) times of 60; \(changed) changes came to be")
        let last = try Program.run(["apply", "--auto-approve"] + installed.arguments)
        #expect(last.exitCode == 0, "\(last.errorText)")
        #expect(try installed.plan().changes.isEmpty)
    }
}
