/// Names of open files: `/dev/stdin`, and `/dev/fd/N`, as a shell writes for `<(…)`.
///
/// They are not looked up: a process that hides its memory may not open its own `/proc/self/fd`, and
/// there may be no `/proc`.
public enum DescriptorPath {
    /// The number of the open file that `path` names; nil for any other path.
    public static func number(_ path: String) -> Int32? {
        if path.utf8.elementsEqual("/dev/stdin".utf8) { return POSIX.standardInput }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.utf8.starts(with: folder.utf8) {
            let digits = path.utf8.dropFirst(folder.utf8.count)
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return Int32(String(Substring(digits)))
        }
        return nil
    }
}
