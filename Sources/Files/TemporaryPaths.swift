/// Paths at which there may be temporary files of this process as long as this value exists: when
/// a signal ends the program, they are removed.
package final class TemporaryPaths {
    private let slots: [TemporaryNames.Slot?]

    package init(_ paths: [String]) {
        slots = paths.map(TemporaryNames.shared.add)
    }

    deinit {
        for slot in slots { TemporaryNames.shared.forget(slot) }
    }
}
