import SourceText

/// Hosts: names of the DNS, IPv4 addresses and IPv6 addresses in brackets.
enum URLHost {
    static func check(_ host: Substring) throws(URLProblem) {
        if host.isEmpty { throw .noHost }
        if host.hasPrefix("[") {
            guard host.hasSuffix("]"), isIPv6(host.dropFirst().dropLast()) else { throw .address }
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
        guard isIPv4(host.utf8) else { throw .address }
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

    /// Four numbers from 0 to 255, without leading zeros.
    private static func isIPv4(_ text: Substring.UTF8View) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy(ASCII.isDigit),
                    part.count == 1 || part.first != UInt8(ascii: "0")
                else { return false }
                return (Int(Substring(part)) ?? 256) < 256
            }
    }

    /// Eight groups of up to four hexadecimal digits; `::` once for groups of zeros; an IPv4
    /// address may replace the last two.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.utf8.split(
            separatedBy: "::".utf8, atMost: 3)
        guard halves.count <= 2 else { return false }
        var count = 0
        for (position, half) in halves.enumerated() where !half.isEmpty {
            let isLast = position == halves.count - 1
            guard let groups = groupCount(half, mayEndInIPv4: isLast) else { return false }
            count += groups
        }
        return halves.count == 2 ? count < 8 : count == 8
    }

    private static func groupCount(_ text: Substring.UTF8View, mayEndInIPv4: Bool) -> Int? {
        let groups = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var count = 0
        for (position, group) in groups.enumerated() {
            if mayEndInIPv4, position == groups.count - 1, isIPv4(group) {
                count += 2
                continue
            }
            let isGroup =
                (1...4).contains(group.count)
                && group.allSatisfy { Hexadecimal.value($0) != nil }
            guard isGroup else { return nil }
            count += 1
        }
        return count
    }
}

extension Substring.UTF8View {
    /// The parts between the occurrences of `separator`, at most `limit` of them.
    fileprivate func split(
        separatedBy separator: String.UTF8View, atMost limit: Int
    ) -> [Substring.UTF8View] {
        var parts: [Substring.UTF8View] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex, parts.count + 1 < limit {
            guard self[index...].starts(with: separator) else {
                index = self.index(after: index)
                continue
            }
            parts.append(self[start..<index])
            index = self.index(index, offsetBy: separator.count)
            start = index
        }
        return parts + [self[start...]]
    }
}
