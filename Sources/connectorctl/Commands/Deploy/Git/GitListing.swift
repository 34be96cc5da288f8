import Configuration
import Files
import SourceText

/// The files and links below a folder at a commit.
struct GitListing {
    struct Entry {
        /// The path from the folder.
        let name: String
        let object: String
        let isLink: Bool
    }

    private(set) var entries: [Entry] = []

    /// Lists what is below the repository's folder at a commit.
    init(_ commit: String, in repository: GitRepository) throws {
        // Run in the folder, git lists what is below it, by paths from there.
        let rows = try repository.output(["ls-tree", "-r", "-l", "-z", commit])
        try self.init(rows: rows, folder: repository.folder)
    }

    /// - Parameter rows: what git prints, each with a NUL after it.
    /// - Throws: `Failure` if it is more than a limit.
    init(rows: [UInt8], folder: String, _ limits: GitLimits = .standard) throws(Failure) {
        var bytesLeft = limits.totalBytes
        for row in rows.split(separator: 0) {
            try Self.checkName(row, folder)
            guard let (entry, bytes) = Self.entry(row) else { continue }
            entries.append(entry)
            guard (0...bytesLeft).contains(bytes), entries.count <= limits.files else {
                throw Failure(
                    .couldNotRun,
                    "there is more below `\(folder)` than the limit of \(limits.files) files and "
                        + "\(limits.totalBytes) bytes",
                    hint: "keep the configuration in a folder of its own, and name it with --config"
                )
            }
            bytesLeft -= bytes
        }
    }

    /// - Throws: `Failure` if a file that would be read has a name that is not UTF-8.
    private static func checkName(_ row: ArraySlice<UInt8>, _ folder: String) throws(Failure) {
        guard let tab = row.firstIndex(of: ASCII.tab) else { return }
        let name = row[(tab + 1)...]
        guard String(validating: name, as: UTF8.self) == nil, FolderWalk.finds(name) else { return }
        let path = PathText.join(folder, PathText.escaped(name))
        throw Failure(
            .couldNotRun, "the name of the file `\(path)` is not UTF-8 at that revision",
            code: .fileNameNotUTF8, hint: "compare with a revision in which it has another name")
    }

    /// A row `MODE TYPE OBJECT SIZE<tab>NAME`; nil for what is not part of a configuration: submodules,
    /// names that no folder can hold, and those that are not UTF-8.
    private static func entry(_ row: ArraySlice<UInt8>) -> (Entry, bytes: Int)? {
        guard let tab = row.firstIndex(of: ASCII.tab),
            let name = String(validating: row[(tab + 1)...], as: UTF8.self),
            !name.isEmpty, ByteOrder.equal(PathScope.normalized(name), name), !isOutside(name)
        else { return nil }
        let fields = row[..<tab].split(separator: ASCII.space)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 4, fields[1] == "blob", let bytes = Int(fields[3]) else {
            return nil
        }
        return (Entry(name: name, object: fields[2], isLink: fields[0] == "120000"), bytes)
    }

    private static func isOutside(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/") || path == ".." || path.utf8.starts(with: "../".utf8)
    }

    /// The entries with what is in them. Links that lead outside of the folder are left out.
    func contents(
        in repository: GitRepository
    ) throws -> [(name: String, content: TemporaryTree.Content)] {
        let names = entries.map { $0.object + "\n" }.joined()
        let output = try repository.output(["cat-file", "--batch"], input: Array(names.utf8))
        var rest = output[...]
        var contents: [(name: String, content: TemporaryTree.Content)] = []
        for entry in entries {
            let bytes = try Self.object(&rest)
            guard entry.isLink else {
                contents.append((entry.name, .file(bytes)))
                continue
            }
            guard let target = Self.target(bytes, of: entry.name) else { continue }
            contents.append((entry.name, .link(target: target)))
        }
        return contents
    }

    /// Takes an object off the output: `OBJECT blob SIZE<line feed>CONTENT<line feed>`.
    private static func object(_ output: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        let head = output.prefix { $0 != ASCII.lineFeed }
        let fields = head.split(separator: ASCII.space).map { String(decoding: $0, as: UTF8.self) }
        let rest = output.dropFirst(head.count + 1)
        guard fields.count == 3, let count = Int(fields[2]), count >= 0, count < rest.count else {
            throw Failure(
                .couldNotRun, "the repository lacks the object \(fields.first ?? "")",
                hint: "fetch it: a partial clone does not have every object")
        }
        output = rest.dropFirst(count + 1)
        return rest.prefix(count)
    }

    /// Where a link leads; nil if that is outside of the folder, or nowhere.
    static func target(_ bytes: ArraySlice<UInt8>, of name: String) -> String? {
        guard !bytes.isEmpty, !bytes.contains(0),
            let target = String(validating: bytes, as: UTF8.self),
            target.utf8.first != UInt8(ascii: "/")
        else { return nil }
        let path = PathScope.normalized(PathText.join(PathText.parent(name), target))
        return isOutside(path) ? nil : target
    }
}
