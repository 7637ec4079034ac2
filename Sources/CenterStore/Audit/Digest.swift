import Proofs

/// A SHA-256 digest, and its hexadecimal form.
public typealias Digest256 = Proofs.Digest256
