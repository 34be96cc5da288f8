import CLibrary
import Files

/// What the system says of links that lead to one another.
enum LinkLoop {
    static let cause = FileError.Cause.system(ELOOP)
}
