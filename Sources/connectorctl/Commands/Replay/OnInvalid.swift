import ArgumentParser
import Replay

/// The argument of `--on-invalid`.
enum OnInvalid: String, ExpressibleByArgument, CaseIterable {
    case fail, quarantine

    var policy: InvalidEventPolicy {
        switch self {
        case .fail: .fail
        case .quarantine: .quarantine
        }
    }
}
