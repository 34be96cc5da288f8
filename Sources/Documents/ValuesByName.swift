package import SourceText

extension Node {
    /// The values of an object's members, for whoever looks up many; of equal names the first.
    package var valuesByName: [ExactText: Node] {
        members.byExactText(\.name, \.value)
    }
}
