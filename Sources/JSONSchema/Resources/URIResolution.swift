extension URIReference {
    /// The target of this reference against `base` (RFC 3986, section 5.2.2).
    func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme != nil {
            target.path = URIReference.withoutDots(path)
            return target
        }
        target.scheme = base.scheme
        if authority != nil {
            target.path = URIReference.withoutDots(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else {
            target.path = mergedPath(with: base)
        }
        return target
    }

    private func mergedPath(with base: URIReference) -> String {
        if path.utf8.first == UInt8(ascii: "/") { return URIReference.withoutDots(path) }
        if base.path.isEmpty {
            let root = base.authority == nil ? "" : "/"
            return URIReference.withoutDots(root + path)
        }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return URIReference.withoutDots(path)
        }
        return URIReference.withoutDots(base.path[...slash] + path)
    }

    /// `path` without its `.` and `..` segments (RFC 3986, section 5.2.4).
    static func withoutDots(_ path: some StringProtocol) -> String {
        let segments = path.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard segments.contains(where: { $0 == "." || $0 == ".." }) else { return String(path) }
        var kept: [String] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment == ".." {
                if kept.count > 1 || kept.first.map({ !$0.isEmpty }) ?? false { kept.removeLast() }
                if isLast { kept.append("") }
            } else if segment == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }
}
