import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system says of links that lead to one another.
enum LinkLoop {
    static let cause = FileError.Cause.system(ELOOP)
}
