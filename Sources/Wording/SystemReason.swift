import Glibc

/// The reasons of the operating system in our own words: what `strerror` says depends on the locale and is English in most.
public enum SystemReason {
  /// What an `errno` means, and the remedy where there is one beyond what it says.
  public static func phrase(_ code: Int32) -> Phrase {
    switch code {
    case EACCES, EPERM: Phrase(zh: "没有权限，请检查文件和文件夹的权限", en: "permission denied; look at the rights of the file and its folder")
    case ENOENT: Phrase(zh: "上级文件夹不存在，请先建立", en: "its folder does not exist; make it first")
    case ENOTDIR: Phrase(zh: "路径中有一段不是文件夹，请核对路径", en: "a part of its path is not a folder; look at the path")
    case EISDIR: Phrase(zh: "是文件夹，请给出文件", en: "it is a folder; name a file")
    case ENOSPC, EDQUOT: Phrase(zh: "磁盘空间不足，请先腾出空间", en: "no space is left; make room first")
    case EROFS: Phrase(zh: "文件系统只读，请换一个位置", en: "the file system is read-only; choose another place")
    case EIO: Phrase(zh: "磁盘读写错误，请检查磁盘", en: "input or output error; look at the disk")
    case ENAMETOOLONG: Phrase(zh: "文件名过长，请缩短", en: "its name is too long; shorten it")
    case ELOOP: Phrase(zh: "符号链接过多，请核对链接", en: "too many symbolic links; look at them")
    case EMFILE, ENFILE: Phrase(zh: "打开的文件过多，请稍后再试", en: "too many files are open; try again later")
    case EPIPE: Phrase(zh: "接收方已关闭", en: "the reader has gone")
    case ENOMEM: Phrase(zh: "内存不足，请关闭其他程序后再试", en: "not enough memory; close other programs and try again")
    case ENXIO, ENODEV: Phrase(zh: "这样的设备或管道不能读写，请给出文件", en: "this device or pipe cannot be used; name a file")
    case EFBIG: Phrase(zh: "文件过大", en: "the file is too large")
    case EINVAL: Phrase(zh: "文件名或文件系统不允许，请换一个名称", en: "the name or the file system does not allow it; choose another name")
    default: Phrase(zh: "系统错误 \(code)", en: "system error \(code)")
    }
  }
}

extension Phrase {
  /// A fault of the program itself, of which people can only be told that it is one.
  public static let internalFault = Phrase(
    zh: "程序内部错误，请重新运行；再次出现时请告知管理员", en: "a fault of the program; run it again, and tell the administrator if it comes back")
}
