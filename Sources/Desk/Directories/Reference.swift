import CenterStore
import DeskRuntime
import Regulation
import Wording

/// Something that a line of the directories leads to.
enum Reference: Sendable, Hashable {
  case center(String)
  case round(Int)
  /// The call of a year.
  case call(Int)
  case application(String)
  case matter(MatterKind, String)
  /// An expert's sheet of a center in a round.
  case sheet(String, name: String, year: Int, center: String)
  /// An expert's sheets of a round.
  case sheets(String, year: Int)
  case expert(String)
  case user(String)
  case organization(String)
  case department(String)
  /// A field of technology, an industry or a cluster; an empty field: what names none.
  case term(TermKind, String)
  /// The registry, narrowed.
  case registry(RegistryFilter)
  case notice(String)
  case ranking(Int)

  /// Shows it; who may not see it is told so there.
  @MainActor
  func open(_ sitting: Sitting) {
    switch self {
    case .center(let code): sitting.runtime.push(CenterFileScreen(sitting, code: code))
    case .round(let year):
      sitting.runtime.push(sitting.conducts(year) ? RoundFileScreen(sitting, year: year) : RoundsScreen(sitting, year: year))
    case .call(let year): sitting.runtime.push(CallPage.screen(sitting, year))
    case .application(let number): sitting.openApplication(number)
    case .matter(let kind, let number): sitting.runtime.push(kind.screen(sitting, number: number))
    case .sheet(let login, let name, let year, let center):
      sitting.runtime.push(SheetReadingScreen(sitting, year: year, center: center, expert: (login, name)))
    case .sheets(let login, let year):
      do {
        let progress = try sitting.store.expertProgress(year: year, by: sitting.acting)
        guard let expert = progress.first(where: { $0.login == login }) else {
          return sitting.runtime.notice(Phrase(zh: "该年度没有要评的中心", en: "Nothing of that round is theirs to score"), .caution)
        }
        sitting.runtime.push(ExpertSheetsScreen(sitting, year: year, expert: expert))
      } catch { sitting.tell(error) }
    case .user(let login): sitting.runtime.push(UserDirectory.page(sitting, login))
    case .organization(let name): sitting.runtime.push(OrganizationDirectory.page(sitting, name))
    case .notice(let key): sitting.runtime.push(NoticeDirectory.page(sitting, key))
    case .ranking(let year): sitting.runtime.push(RankingScreen(sitting, year: year))
    case .department(let name): sitting.runtime.push(DepartmentDirectory.page(sitting, name))
    case .term(let kind, let name): sitting.runtime.push(FieldDirectory.page(sitting, kind, name))
    case .registry(let filter):
      let screen = RegistryScreen(sitting)
      screen.state.filter = filter
      sitting.runtime.push(screen)
    case .expert(let login): sitting.runtime.push(ExpertPage.screen(sitting, login))
    }
  }
}

extension Sitting {
  /// Opens an application, for an expert after the pledge.
  func openApplication(_ number: String) {
    let show: @MainActor () -> Void = { [self] in runtime.push(ApplicationScreen(self, number: number)) }
    guard member.role == .expert else { return show() }
    do {
      let year = try store.applications(by: acting).first { $0.number == number }?.year
      if let year { afterReviewPledge(year, show) }
    } catch { tell(error) }
  }
}
