import Regulation
import Wording

extension StoreError {
  /// What happened and what to do, for people.
  public var phrase: Phrase {
    switch self {
    case .noFolder(let path):
      Phrase(zh: "没有文件夹 \(path)，请核对路径", en: "there is no folder \(path): check the path")
    case .noFile(let path):
      Phrase(
        zh: "没有数据文件 \(path)：用 cztic init 新建，或用 cztic demo 试用演示数据",
        en: "there is no store at \(path): make one with `cztic init`, or try made-up data with `cztic demo`")
    case .notAStore(let path):
      Phrase(
        zh: "\(path) 不是 cztic 的数据文件，未改动；请核对 --store 的路径，或用 cztic init 另建",
        en: "\(path) is not a store of cztic and was left alone; look at --store, or make another with `cztic init`")
    case .unfinished(let path):
      Phrase(
        zh: "\(path) 的新建尚未完成或中途中断，里面还没有任何内容：请稍后再试，仍是如此则删除该文件，重新运行 cztic init",
        en:
          "the making of \(path) is not done or was broken off, and nothing is in it yet: try again, and if it stays so remove the file and run `cztic init` again"
      )
    case .newerStore(let path):
      Phrase(zh: "\(path) 已由更新版本的 cztic 使用，请升级本程序；文件未改动", en: "\(path) belongs to a newer cztic; upgrade this program. Nothing was changed")
    case .olderStore(let path):
      Phrase(
        zh: "\(path) 由较早版本的 cztic 建立，在此只读，无法升级到本版本；请先由能写的人打开一次，或复制到可写的位置再打开。文件未改动",
        en:
          "\(path) is of an earlier cztic and read-only here, so it cannot be brought to this version; let somebody who may write it open it once, or open a copy. Nothing was changed"
      )
    case .unreadable(let path, let reason): Phrase(zh: "无法读取 \(path)：", en: "\(path) cannot be read: ") + reason
    case .alreadyThere(let path): Phrase(zh: "\(path) 已存在，未改动；请另选文件名", en: "\(path) exists already and was left alone; choose another name")
    case .cannotCreate(let path, let reason): Phrase(zh: "无法新建 \(path)：", en: "\(path) cannot be made: ") + reason
    case .readOnly(let path):
      Phrase(
        zh: "\(path) 只读，未保存；写入请先检查文件和文件夹的权限",
        en: "\(path) is read-only, nothing was saved; to write, look at the rights of file and folder")
    case .folderReadOnly(let path):
      Phrase(
        zh: "\(path) 所在文件夹只读，无法打开，未作改动：请开放该文件夹的写权限，或把数据文件复制到可写的文件夹",
        en: "the folder of \(path) is read-only, nothing was changed: make the folder writable, or copy the store to one that is")
    case .replaced(let path):
      Phrase(
        zh: "\(path) 在使用中被删除或替换，未保存；请先找回原文件或从备份恢复，再重新打开",
        en: "\(path) was deleted or replaced while it was open, nothing was saved; bring it or a backup back and open it again")
    case .full(let path):
      Phrase(
        zh: "磁盘已满，未保存；此前保存的内容完好，请腾出空间后再保存一次（\(path)）",
        en: "the disk is full, this was not saved; what was saved before is safe. Make room and save again (\(path))")
    case .io(let path, let reason): Phrase(zh: "读写 \(path) 出错，未保存：", en: "an error at \(path), nothing was saved: ") + reason
    case .busy(let path):
      Phrase(
        zh: "\(path) 一直被别的程序占用，这一次未保存；此前保存的内容完好，请稍后再保存一次，仍是如此请告知管理员",
        en:
          "\(path) is busy: another program holds it, this was not saved. What was saved before is safe; try again in a moment, and if it stays so tell the administrator"
      )
    case .damaged(let path, let reason):
      Phrase(zh: "\(path) 已损坏：", en: "\(path) is damaged: ") + reason
        + Phrase(
          zh: "；请运行 cztic doctor 看哪些还能读出，并用 cztic restore 从备份恢复",
          en: "; `cztic doctor` tells what can still be read, `cztic restore` puts a backup in its place")
    case .unknownLogin(let login): Phrase(zh: "没有账号 \(login)，或无权使用", en: "there is no login \(login), or it may not be used")
    case .notPermitted(let act):
      if let act {
        Phrase(zh: "无权\(act.doing.zh)", en: "not permitted to \(act.doing.en)")
      } else {
        Phrase(zh: "无权查看或操作，或对象不存在", en: "not permitted, or there is no such thing")
      }
    case .noSuch(let thing, let name):
      Phrase(zh: "没有\(thing.phrase.zh) \(name)，请核对", en: "there is no \(thing.phrase.en) \(name); look at what was written")
    case .refused(let refusal): refusal.cited
    case .changedMeanwhile(let author, let what?, _, _):
      Phrase(
        zh: "\(author.phrase.zh) 已改动\(what.zh)，您的修改未保存；请重新打开，看过再改",
        en: "\(author.phrase.en) changed \(what.en) meanwhile; yours was not saved: open it again and look first")
    case .changedMeanwhile(let author, nil, let now, _):
      Phrase(
        zh: "\(author.phrase.zh) 已改为 \(now)，您的修改未保存", en: "\(author.phrase.en) changed it to \(now) meanwhile; yours was not saved")
    }
  }

  /// What is said of a value in a file that names what does not exist.
  static func unknown(_ thing: Thing, _ name: String) -> Phrase {
    Phrase(zh: "查无此\(thing.phrase.zh)，请核对", en: "is unknown: there is no \(thing.phrase.en) \(name); look at what was written")
  }

  /// The exit status of a command that ends with it.
  public var exitStatus: Int32 {
    switch self {
    case .noFile, .noFolder, .unreadable: 66
    case .alreadyThere, .cannotCreate: 73
    case .replaced, .full, .io, .busy, .damaged: 74
    case .readOnly, .folderReadOnly, .olderStore, .unknownLogin, .notPermitted: 77
    case .notAStore, .unfinished, .newerStore, .noSuch, .refused, .changedMeanwhile: 65
    }
  }
}

extension StoreError.Thing {
  /// The object's name for people.
  public var phrase: Phrase {
    switch self {
    case .center: Phrase(zh: "技术创新中心", en: "center")
    case .expert: Phrase(zh: "专家", en: "expert")
    case .user: Phrase(zh: "用户", en: "user")
    case .round: Phrase(zh: "评估年度", en: "round")
    case .assignment: Phrase(zh: "评审任务", en: "assignment")
    case .sheet: Phrase(zh: "评分表", en: "sheet")
    case .indicator: Phrase(zh: "指标", en: "indicator")
    case .fact: Phrase(zh: "数据项", en: "fact")
    case .department: Phrase(zh: "归口管理部门", en: "department")
    case .organization: Phrase(zh: "单位", en: "organization")
    case .attachment: Phrase(zh: "附件", en: "document")
    case .call: Phrase(zh: "申报通知", en: "call")
    case .application: Phrase(zh: "申请", en: "application")
    case .matter: Phrase(zh: "办理事项", en: "matter")
    case .link: Phrase(zh: "审计记录", en: "link of the chain")
    case .term: Phrase(zh: "名录条目", en: "field or cluster")
    }
  }
}
