import SourceText

/// Absolute paths as URIs, by which the references of schemas are resolved.
package enum FileURI {
    private static let prefix = "file://"
    private static let plain = ASCIISet(alphanumericsAnd: "/-._~")

    /// The URI of the file at `path`, which is absolute.
    package static func uri(ofPath path: String) -> String {
        prefix + PercentEncoding.encoded(path.utf8, except: plain)
    }

    /// The path of the local file with this URI; nil for any other URI.
    package static func path(ofURI uri: String) -> String? {
        guard uri.utf8.starts(with: (prefix + "/").utf8) else { return nil }
        let bytes = PercentEncoding.decoded(uri.utf8.dropFirst(prefix.utf8.count))
        return String(validating: bytes, as: UTF8.self)
    }
}
