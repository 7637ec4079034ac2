import CenterStore
import Regulation
import Testing

/// Why the rules refuse something; `nil` where it is done, or fails for another reason, which is recorded.
func refusal(_ attempt: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) -> Refusal? {
  do {
    try attempt()
    return nil
  } catch StoreError.refused(let refusal) {
    return refusal
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
    return nil
  }
}
