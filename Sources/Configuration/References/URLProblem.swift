/// What is wrong with a URL, and what would be right. Neither shows the URL, as it may hold a
/// password.
enum URLProblem: Error {
    case empty, blank, control, backslash
    case noScheme
    case otherScheme(Substring)
    case userInfo
    case noHost, host, hostNotASCII, hostPercent, address
    case port, fragment, percent, unescaped

    var message: String {
        switch self {
        case .empty: "the URL is empty"
        case .blank: "a URL cannot contain spaces"
        case .control: "a URL cannot contain control characters"
        case .backslash: "a URL cannot contain backslashes"
        case .noScheme: "the URL is not absolute: it has no scheme"
        case .otherScheme(let scheme): "the scheme must be https, not \(scheme)"
        case .userInfo: "the URL must not contain a user name or password"
        case .noHost: "the URL has no host"
        case .host: "the host is not a valid name"
        case .hostNotASCII: "the host has characters that are not ASCII"
        case .hostPercent: "the host has a percent sign"
        case .address: "the host is not a valid IP address"
        case .port: "the port must be a number from 1 to 65535"
        case .fragment: "the URL must not have a fragment (`#…`), which is never sent"
        case .percent: "a percent sign must be followed by two hexadecimal digits"
        case .unescaped: "the path or query has a character that must be escaped"
        }
    }

    var hint: String? {
        switch self {
        case .empty, .noScheme, .otherScheme, .noHost:
            "write a URL such as https://gateway.example.com/v2"
        case .blank: "write %20 for a blank that belongs to the URL"
        case .control: "remove them"
        case .backslash: "write / instead"
        case .userInfo: "put credentials in the settings, as {$env: NAME} or {$file: path}"
        case .host: "labels of letters, digits and hyphens, separated by dots"
        case .hostNotASCII: "write an international name in Punycode (xn--…)"
        case .hostPercent: "write the host without escapes"
        case .address: "four numbers from 0 to 255, or an IPv6 address in brackets"
        case .port: "remove it to use the default port, 443"
        case .fragment: "remove it"
        case .percent: "write %25 for a percent sign itself"
        case .unescaped: "write it as % and two hexadecimal digits for each byte of its UTF-8"
        }
    }
}
