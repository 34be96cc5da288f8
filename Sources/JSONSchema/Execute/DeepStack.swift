import Glibc

/// Runs what recurses deeply on a thread with a stack that is large enough for it.
package enum DeepStack {
    /// Address space: only the part that is used costs memory.
    private static let bytes = 512 << 20

    /// The result of `body`; nil if the system refuses such a thread.
    package static func run<Result>(_ body: () -> Result) -> Result? {
        var result: Result?
        let store = { result = body() }
        withoutActuallyEscaping(store) { runOnThread(Work($0)) }
        return result
    }

    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) {
            self.body = body
        }
    }

    private static func runOnThread(_ work: Work) {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        guard pthread_attr_init(attributes) == 0 else { return }
        defer { pthread_attr_destroy(attributes) }
        guard pthread_attr_setstacksize(attributes, bytes) == 0 else { return }
        var thread: pthread_t = 0
        let context = Unmanaged.passRetained(work)
        let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            if let context = $0 {
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
            }
            return nil
        }
        if pthread_create(&thread, attributes, start, context.toOpaque()) == 0 {
            pthread_join(thread, nil)
        } else {
            context.release()
        }
    }
}
