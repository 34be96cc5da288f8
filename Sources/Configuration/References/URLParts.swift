import JSONSchema
import SourceText

/// The parts of a URL, as its text spells them.
struct URLParts {
    let scheme: Substring
    /// What comes before `@`.
    let userInfo: Substring?
    /// With the brackets of an IPv6 address.
    let host: Substring
    /// What follows the colon.
    let port: Substring?
    let pathAndQuery: String
    let hasFragment: Bool

    init(_ text: String) throws(URLProblem) {
        let reference = URIReference(text)
        guard let scheme = reference.scheme else { throw .noScheme }
        guard var authority = reference.authority else {
            throw Self.problem(ofScheme: scheme, before: text.utf8.dropFirst(scheme.utf8.count + 1))
        }
        self.scheme = scheme
        if let at = authority.lastIndex(of: "@") {
            userInfo = authority[..<at]
            authority = authority[authority.index(after: at)...]
        } else {
            userInfo = nil
        }
        (host, port) = Self.split(authority)
        pathAndQuery = reference.path + (reference.query.map { "?" + $0 } ?? "")
        hasFragment = reference.fragment != nil
    }

    /// The bytes of `text` that may hold a password: between `//` and the last `@`, even where that
    /// turns out not to be user info because the password was not escaped.
    static func passwordRange(in text: some Collection<UInt8>) -> Range<Int>? {
        let bytes = Array(text)
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let slashes = bytes.firstIndex(of: UInt8(ascii: "/")) ?? 0
        let start = bytes[slashes...].starts(with: "//".utf8) ? slashes + 2 : 0
        return start < at ? start..<at : nil
    }

    /// What is wrong where no `//` follows the colon.
    private static func problem(ofScheme scheme: Substring, before rest: Substring.UTF8View)
        -> URLProblem
    {
        let name = scheme.lowercased()
        if name == "https" || name == "http" { return .noHost }
        let isPort = rest.first.map { ASCII.isDigit($0) } ?? true
        return isPort || scheme.contains(".") ? .noScheme : .otherScheme(scheme)
    }

    private static func split(_ authority: Substring) -> (host: Substring, port: Substring?) {
        let afterAddress = authority.lastIndex(of: "]") ?? authority.startIndex
        guard let colon = authority[afterAddress...].firstIndex(of: ":") else {
            return (authority, nil)
        }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }
}
