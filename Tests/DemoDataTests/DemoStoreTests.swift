import CenterStore
import DemoData
import Foundation
import Regulation
import Testing

@Suite("The made-up store")
struct DemoStoreTests {}
