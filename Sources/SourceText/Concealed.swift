/// A value that holds a secret, which no message, no description and no debugger's or test's dump shows:
/// each of them is a mask.
public protocol Concealed: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{}

extension Concealed {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    /// Has no children: what prints values part by part finds none.
    public var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
