import TestSupport
import Testing

@testable import Events
@testable import Replay

@Suite("A checkpoint that was changed")
struct CheckpointDamageTests {
    /// A small checkpoint with every kind of record.
    private static func checkpoint() throws -> [UInt8] {
        let lines = [
            #"{"type":"payment.created","at":"2026-01-05T10:00:00Z","payment":"p","client":"c","#
                + #""method":"card","amount":1,"currency":"EUR"}"#,
            #"{"type":"payment.attempted","at":"2026-01-05T10:00:00Z","payment":"p","attempt":"a"}"#,
            #"{"type":"gateway.result","at":"2026-01-05T10:01:00Z","payment":"p","attempt":"a","#
                + #""outcome":"failed","error":{"code":"51"}}"#,
            #"{"type":"gateway.result","at":"2026-01-05T10:01:00Z","payment":"q","attempt":"a","#
                + #""outcome":"succeeded"}"#,
        ]
        return try #require(try SharedInputs([lines]).replay(ReplayWay())["checkpoint"])
    }

    /// What is wrong with the bytes, nil for nothing.
    private static func problem(
        _ bytes: some Sequence<UInt8>, in folder: TemporaryFolder
    ) throws -> CheckpointProblem? {
        let path = try folder.write("checkpoint", bytes: bytes)
        do throws(ReplayFailure) {
            _ = try Checkpoint(path: path)
            return nil
        } catch {
            guard case .checkpoint(path, let problem) = error else { throw error }
            return problem
        }
    }

    @Test("by cutting it off is refused, wherever it was cut")
    func truncated() throws {
        let folder = try TemporaryFolder()
        let whole = try Self.checkpoint()
        #expect(try Self.problem(whole, in: folder) == nil)
        for count in whole.indices {
            let expected: CheckpointProblem =
                count < 8 ? .notACheckpoint : count < 12 ? .version : .isDamaged
            #expect(try Self.problem(whole[..<count], in: folder) == expected, "\(count) bytes")
        }
    }

    @Test("in a single byte is refused, whichever it was")
    func flipped() throws {
        let folder = try TemporaryFolder()
        let whole = try Self.checkpoint()
        for index in whole.indices {
            let expected: CheckpointProblem =
                index < 8 ? .notACheckpoint : index < 12 ? .version : .isDamaged
            for mask: UInt8 in [0x01, 0xFF] {
                var bytes = whole
                bytes[index] ^= mask
                #expect(
                    try Self.problem(bytes, in: folder) == expected, "byte \(index) by \(mask)")
            }
        }
    }

    @Test("by bytes at its end, or by leaving some out, is refused")
    func lengths() throws {
        let folder = try TemporaryFolder()
        let whole = try Self.checkpoint()
        #expect(try Self.problem(whole + [0], in: folder) == .isDamaged)
        #expect(try Self.problem(whole + whole, in: folder) == .isDamaged)
        for index in stride(from: 12, to: whole.count, by: 7) {
            let shorter = whole[..<index] + whole[(index + 1)...]
            #expect(try Self.problem(shorter, in: folder) == .isDamaged, "without byte \(index)")
        }
    }

    @Test(
        "into something else is none",
        arguments: ["", "x", "{}", "CCTLCPK", "not a checkpoint at all"])
    func foreign(text: String) throws {
        #expect(try Self.problem(text.utf8, in: TemporaryFolder()) == .notACheckpoint)
    }

    @Test(
        "to another version is refused, though its checksum is right",
        arguments: [0, 1, 2, 3, 255])
    func version(number: UInt8) throws {
        var bytes = try Self.checkpoint()
        bytes[8] = number
        #expect(try Self.problem(Self.sealed(bytes), in: TemporaryFolder()) == .version)
    }

    /// The bytes with the checksum that they should have.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let content = bytes.dropLast(Checkpoint.checksumBytes)
        let checksum = Array(content).withUnsafeBytes { Checksum.of($0) }
        return content + withUnsafeBytes(of: checksum.littleEndian) { Array($0) }
    }

    @Test("in a number that cannot be is refused, though its checksum is right")
    func counts() throws {
        let folder = try TemporaryFolder()
        let whole = try Self.checkpoint()
        #expect(Self.sealed(whole) == whole)
        // The length of the first path: magic, version, trace, clock, seven counts, the first time, a
        // count a rule, the bytes and the number of inputs stand before it.
        for byte: UInt8 in [0x7F, 0xFF] {
            var bytes = whole
            let length = try #require(
                whole.firstIndex(of: UInt8(ascii: "/")).map { $0 - 8 })
            bytes[length + 7] = byte
            #expect(try Self.problem(Self.sealed(bytes), in: folder) == .isDamaged)
        }
    }

    @Test("in the rows of rejected events is refused, though its checksum is right")
    func rejected() throws {
        let folder = try TemporaryFolder()
        let whole = try #require(try SharedInputs([["{"]]).replay(ReplayWay())["checkpoint"])
        #expect(Self.sealed(whole) == whole)
        // There are no payments: the last row stands in front of the checksum.
        let last = whole.count - Checkpoint.checksumBytes - 1
        #expect(whole[last] == 0x0A)
        var (shorter, unended) = (whole, whole)
        shorter.remove(at: last - 1)
        unended[last] = 0x20
        for bytes in [shorter, unended] {
            #expect(try Self.problem(Self.sealed(bytes), in: folder) == .isDamaged)
        }
    }
}
