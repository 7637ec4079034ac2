/// A character as an arena keeps it: the folded UTF-16 unit in the lower half, its sound in the upper. Both lie in one place because whoever
/// reads the one reads the other. Zero ends a text.
typealias Cell = UInt32

extension Cell {
  init(unit: UInt16, sound: Sound) { self = UInt32(sound) << 16 | UInt32(unit) }

  var unit: UInt16 { UInt16(truncatingIfNeeded: self) }
  var sound: Sound { Sound(self >> 16) }

  /// What sorts as a Chinese index does: what has no sound by its unit, then sounds, then characters of the same sound by their unit.
  var rank: UInt32 { self <= 0xFFFF ? self : self | 0x8000_0000 }
}
