import Foundation

// The long form: the program of libFuzzer, which `run` beside it builds and starts, one target at a time.

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.named(name) else {
    fatalError("FUZZ_TARGET must be one of \(FuzzTarget.all.map(\.name).joined(separator: " "))")
  }
  return target
}()

/// Looks at one input; what does not hold ends the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do { try target.look(Array(UnsafeBufferPointer(start: data, count: count))) } catch { fatalError("\(target): \(error)") }
  return 0
}

/// The fuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ look: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where a program of this package begins: the linker takes its name for `main`, so that of the fuzzer's library is left out.
@_cdecl("cztic_fuzz_main")
public func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, list): (CInt, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) = (count, arguments)
  return runFuzzer(&count, &list) { fuzzOneInput($0, $1) }
}
