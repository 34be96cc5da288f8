import Files
import Generation

/// A stream that is made for the benchmark.
enum MadeStream {
    /// Writes the stream and gives its path.
    static func write(_ options: Options, to path: String) throws -> String {
        var generator = try StreamGenerator(options.recipe)
        let file = try AtomicFile(path: path)
        while try generator.next(file.write) {}
        try file.complete()
        try file.publish()
        return path
    }
}
