import CenterStore
import TableFiles

/// Why work between a store and files stopped: one of the two failed, or what the work knows itself.
public protocol FileWorkError: Error {
  /// The store refused or failed.
  static func store(_ error: StoreError) -> Self
  /// A file cannot be read or written.
  static func file(_ error: FileError) -> Self
}

extension FileWorkError {
  /// Runs a part of the work and says what stopped it.
  public static func translating<T>(_ work: () throws -> T) throws(Self) -> T {
    do {
      return try work()
    } catch let error as Self {
      throw error
    } catch let error as StoreError {
      throw .store(error)
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw .store(.io(path: "", reason: .internalFault))
    }
  }
}
