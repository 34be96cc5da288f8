import Foundation
import Measuring

/// Another validator, run as a program of its own beside the benchmark.
///
/// It is called with the paths of a schema and its instances, and writes one line: the nanoseconds
/// of compiling, a space, and one `1` or `0` an instance. For each line it then reads it measures
/// once, and writes a line with the nanoseconds per instance and, after a space, those of a call
/// that checks nothing.
final class Peer {
    let compilation: Double
    let verdicts: String
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    struct Measurement {
        /// Nanoseconds per instance.
        let total: Double
        /// What of it is spent even if nothing is checked.
        let call: Double
    }

    init(_ command: String, _ subject: BenchmarkCase) throws {
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "exec \(command) \"$@\"", "sh", subject.schemaPath, subject.instancesPath,
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let parts = Self.line(of: output).split(separator: " ")
        guard parts.count == 2, let nanoseconds = Double(parts[0]) else {
            throw BenchmarkError(message: "the peer failed on \(subject.schemaPath)")
        }
        compilation = nanoseconds
        verdicts = String(parts[1])
    }

    func measure() throws -> Measurement {
        try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        let parts = Self.line(of: output).split(separator: " ").compactMap { Double($0) }
        guard parts.count == 2 else { throw BenchmarkError(message: "the peer has gone away") }
        return Measurement(total: parts[0], call: parts[1])
    }

    func stop() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static func line(of pipe: Pipe) -> String {
        var bytes: [UInt8] = []
        while let byte = pipe.fileHandleForReading.readData(ofLength: 1).first, byte != 0x0A {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
