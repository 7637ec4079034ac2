import Wording

extension Act {
  /// What somebody would do, for people: 结束评估, “close a round”. Said of who may not.
  public var doing: Phrase {
    switch self {
    case .roundClose: Phrase(zh: "结束评估", en: infinitive)
    default: Phrase(zh: phrase.zh, en: infinitive)
    }
  }

  private var infinitive: String {
    switch self {
    case .storeCreate: "make a store"
    case .storeRestore: "restore a backup"
    case .importDepartments: "import departments"
    case .importOrganizations: "import organizations"
    case .importCenters: "import centers"
    case .importExperts: "import experts"
    case .importUsers: "import users"
    case .importConflicts: "import conflicts"
    case .importScores: "import scores"
    case .importFacts: "import facts"
    case .importAttachments: "import attachments"
    case .importApplications: "import applications"
    case .importResults: "import results of past years"
    case .attach: "enter documents"
    case .amendAttachment: "correct documents"
    case .detach: "take documents out"
    case .roundOpen: "announce a round"
    case .roundSettle: "settle a round"
    case .roundResume: "take a round back to scoring"
    case .roundPublish: "publish results"
    case .roundClose: "close a round"
    case .roundCancel: "cancel a round"
    case .objectToResult: "register an objection"
    case .settleObjection: "settle an objection"
    case .resettleCenter: "fix a figure anew"
    case .postponeCenter: "defer a center"
    case .writeMaterial: "write in the evaluation form"
    case .submitMaterial: "hand in the material"
    case .enterMaterial: "enter the material for the host"
    case .admitLate: "admit what is late"
    case .checkMaterial: "check items of the form"
    case .returnMaterial: "give the material back"
    case .reportMaterial: "report the material"
    case .assign: "assign experts"
    case .releaseExpert: "let an expert go"
    case .nameLeader: "name the leader of a panel"
    case .noteAttendance: "note who is at a meeting"
    case .lookAgain: "call for a second look"
    case .enterSheet: "type a sheet from paper"
    case .writeGroupOpinion: "write the group's opinion"
    case .recordIncentive: "record what came of an incentive"
    case .pledge: "give the pledge"
    case .declareConflict: "declare a conflict"
    case .score: "score"
    case .submitSheet: "submit the sheet"
    case .takeBackSheet: "take the sheet back"
    case .publishCall: "give out a call"
    case .draftApplication: "write in an application"
    case .stepApplication: "take a step with the application"
    case .judgeApplication: "judge a condition"
    case .assignReview: "name experts for a review"
    case .pledgeReview: "give the pledge for reviews"
    case .giveOpinion: "give an opinion"
    case .takeBackOpinion: "take an opinion back"
    case .requestChange: "ask for changes"
    case .stepChange: "take a step with a request for changes"
    case .beginDirector: "begin the filing of a director"
    case .stepDirector: "take a step with the filing of a director"
    case .proposeRevocation: "propose to revoke a center"
    case .stepRevocation: "take a step with a revocation"
    case .reorganise: "reorganise centers"
    case .enterDuty: "enter how a duty is kept"
    case .removeDuty: "take a record of a duty out"
    case .enterUser: "enter users"
    case .disableUser: "disable a login"
    case .enableUser: "enable a login"
    case .correctOrganization: "correct an organization"
    case .correctDepartment: "correct a department"
    }
  }
}
