/// Public keys as OpenSSH writes them; nobody has the private ones.
enum Keys {
  static let first = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
  static let second = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC"
  static let rsa = "ssh-rsa AAAAB3NzaC1yc2EAAAAUAwMDAwMDAwMDAwMDAwMDAwMDAwM="
}
