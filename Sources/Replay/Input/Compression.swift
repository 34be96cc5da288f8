internal import Events
internal import Files

/// How a file may be compressed. It is not read; people are told what to do.
public enum Compression: String, CaseIterable, Sendable {
    case gzip, zstd, bzip2, xz, zip

    public var name: String { rawValue }

    /// The compression that the extension of `path` says; nil for none that is known.
    public init?(path: String) {
        let known = Self.allCases.first { PathText.hasExtension(path, $0.fileExtension) }
        guard let known else { return nil }
        self = known
    }

    /// The compression of what begins with `bytes`; nil for none that is known. No JSON begins like that.
    init?(_ bytes: some Sequence<UInt8>) {
        guard let known = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else {
            return nil
        }
        self = known
    }

    private var fileExtension: String {
        switch self {
        case .gzip: "gz"
        case .zstd: "zst"
        case .bzip2: "bz2"
        case .xz: "xz"
        case .zip: "zip"
        }
    }

    private var signature: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .bzip2: Array("BZh".utf8)
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        }
    }

    /// The command that writes the content to standard output.
    public var command: String {
        switch self {
        case .gzip: "gunzip -c"
        case .zstd: "zstd -dc"
        case .bzip2: "bunzip2 -c"
        case .xz: "xz -dc"
        case .zip: "unzip -p"
        }
    }
}

extension EventInput {
    /// How the content is compressed; nil if it is not.
    public var compression: Compression? { Compression(text.buffer.prefix(8)) }
}
