import SourceText

/// The URL of a gateway, parsed as RFC 3986 says and checked to be one that requests can be sent to.
struct GatewayURL {
    enum Scheme: String {
        case http, https
    }

    let scheme: Scheme

    /// - Throws: the first problem, from left to right.
    init(_ text: String) throws(URLProblem) {
        try Self.checkSigns(text)
        let parts = try URLParts(text)
        guard let scheme = Scheme(rawValue: parts.scheme.lowercased()) else {
            throw .otherScheme(parts.scheme)
        }
        self.scheme = scheme
        if parts.userInfo != nil { throw .userInfo }
        try URLHost.check(parts.host)
        try Self.check(port: parts.port)
        if parts.hasFragment { throw .fragment }
        try Self.check(path: parts.pathAndQuery)
    }

    private static func checkSigns(_ text: String) throws(URLProblem) {
        if text.isEmpty { throw .empty }
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\t" { throw .blank }
            if scalar.value < 0x20 || scalar.value == 0x7F { throw .control }
            if scalar == "\\" { throw .backslash }
        }
    }

    private static func check(port: Substring?) throws(URLProblem) {
        guard let port else { return }
        guard !port.isEmpty, port.utf8.allSatisfy(ASCII.isDigit), let number = Int(port),
            (1...65535).contains(number)
        else { throw .port }
    }

    private static func check(path: String) throws(URLProblem) {
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.prefix(2).count == 2,
                    rest.prefix(2).allSatisfy({ Hexadecimal.value($0) != nil })
                else {
                    throw .percent
                }
            } else if byte >= 0x80 || forbidden.contains(byte) {
                throw .unescaped
            }
        }
    }

    private static let forbidden = Array("\"<>[]^`{|}".utf8)
}
