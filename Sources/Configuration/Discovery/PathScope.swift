/// What lies inside what, by the text of paths.
package enum PathScope {
    /// Whether `path` is `folder` or lies below it; both absolute and without dots.
    package static func contains(_ path: String, in folder: String) -> Bool {
        let (path, folder) = (path.utf8, folder.utf8)
        guard path.starts(with: folder) else { return false }
        if path.count == folder.count || folder.last == slash { return true }
        return path[path.index(path.startIndex, offsetBy: folder.count)] == slash
    }

    /// `path` without `.`, `..` and doubled slashes, as far as the text alone says; `..` at the
    /// start of a relative path stay.
    package static func normalized(_ path: String) -> String {
        var kept: [Substring.UTF8View] = []
        let isAbsolute = path.utf8.first == slash
        for part in path[...].utf8.split(separator: slash) {
            if part.elementsEqual(".".utf8) { continue }
            guard part.elementsEqual("..".utf8) else {
                kept.append(part)
                continue
            }
            if let last = kept.last, !last.elementsEqual("..".utf8) {
                kept.removeLast()
            } else if !isAbsolute {
                kept.append(part)
            }
        }
        let text = kept.map { String(Substring($0)) }.joined(separator: "/")
        return isAbsolute ? "/" + text : text
    }

    /// The path of `path` relative to `folder`, both absolute and without dots.
    package static func relative(_ path: String, from folder: String) -> String {
        var to = path[...].utf8.split(separator: slash)[...]
        var from = folder[...].utf8.split(separator: slash)[...]
        while let first = to.first, let other = from.first, to.count > 1,
            first.elementsEqual(other)
        {
            to.removeFirst()
            from.removeFirst()
        }
        let names = to.map { String(Substring($0)) }
        return ([String](repeating: "..", count: from.count) + names).joined(separator: "/")
    }

    private static let slash = UInt8(ascii: "/")
}
