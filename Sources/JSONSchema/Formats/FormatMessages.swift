/// What a format asks for, in words.
extension Format {
    /// What the format wants, with an example: `a date such as "2026-02-28"`.
    var expectation: String { "\(noun) such as \"\(example)\"" }

    private var noun: String {
        switch self {
        case .dateTime: "a date and time with its offset from UTC,"
        case .date: "a date"
        case .time: "a time with its offset from UTC,"
        case .duration: "a duration"
        case .email: "an e-mail address"
        case .idnEmail: "an e-mail address, in any script,"
        case .hostname: "a host name"
        case .idnHostname: "a host name, in any script,"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "an absolute URI"
        case .uriReference: "a URI or relative reference"
        case .iri: "an absolute IRI"
        case .iriReference: "an IRI or relative reference"
        case .uriTemplate: "a URI template"
        case .uuid: "a UUID"
        case .jsonPointer: "a JSON Pointer"
        case .relativeJSONPointer: "a relative JSON Pointer"
        case .regex: "a regular expression of ECMA-262"
        }
    }

    /// A text that has the format.
    var example: String {
        switch self {
        case .dateTime: "2026-02-28T12:30:00Z"
        case .date: "2026-02-28"
        case .time: "12:30:00Z"
        case .duration: "P1DT12H"
        case .email: "ana@example.com"
        case .idnEmail: "ána@exämple.com"
        case .hostname: "www.example.com"
        case .idnHostname: "www.exämple.com"
        case .ipv4: "192.0.2.1"
        case .ipv6: "2001:db8::1"
        case .uri: "https://example.com/a"
        case .uriReference: "../a?b#c"
        case .iri: "https://example.com/ä"
        case .iriReference: "../ä?b#c"
        case .uriTemplate: "https://example.com/{id}"
        case .uuid: "2eb8aa08-aa98-11ea-b4aa-73b441d16380"
        case .jsonPointer: "/a/0"
        case .relativeJSONPointer: "1/a/0"
        case .regex: "^[a-z]+$"
        }
    }

    /// A small change to `text` that gives it the format, if there is one.
    func repaired(_ text: String) -> String? {
        if text.utf8.count > 1_000 { return nil }
        return candidates(for: text).first { candidate in
            var candidate = candidate
            return candidate.withUTF8 { accepts($0) }
        }
    }

    private func candidates(for text: String) -> [String] {
        switch self {
        case .dateTime:
            let joined = text.split(separator: " ", maxSplits: 1).joined(separator: "T")
            return [text + "Z", joined, joined + "Z", text + "T00:00:00Z"]
        case .time: return [text + "Z", text + ":00Z"]
        case .hostname, .idnHostname:
            return text.utf8.last == UInt8(ascii: ".") ? [String(text.dropLast())] : []
        case .ipv6, .uuid:
            let trimmed = text.drop { "[{".contains($0) }.prefix { !"]}".contains($0) }
            return [String(trimmed)]
        case .jsonPointer: return ["/" + text]
        default: return []
        }
    }
}
