import JSONSchema
import SourceText

/// Hosts: names of the DNS, IPv4 addresses and IPv6 addresses in brackets.
enum URLHost {
    static func check(_ host: Substring) throws(URLProblem) {
        if host.isEmpty { throw .noHost }
        if host.hasPrefix("[") {
            guard host.hasSuffix("]"), isAddress(host.dropFirst().dropLast(), IPAddress.isVersion6)
            else { throw .address }
            return
        }
        try checkName(host)
    }

    private static func checkName(_ host: Substring) throws(URLProblem) {
        if host.utf8.contains(where: { $0 >= 0x80 }) { throw .hostNotASCII }
        if host.utf8.contains(UInt8(ascii: "%")) { throw .hostPercent }
        var labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { throw .host }
        guard let last = labels.last, last.allSatisfy(ASCII.isDigit) else { return }
        guard isAddress(host, IPAddress.isVersion4) else { throw .address }
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else {
            return false
        }
        let hyphen = UInt8(ascii: "-")
        return first != hyphen && last != hyphen
            && label.allSatisfy {
                ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == hyphen || $0 == 0x5F
            }
    }

    private static func isAddress(
        _ text: Substring, _ isVersion: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        var text = text
        return text.withUTF8(isVersion)
    }
}
