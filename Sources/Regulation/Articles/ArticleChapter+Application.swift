import Wording

extension ArticleChapter {
  static let application = ArticleChapter(
    title: Phrase(zh: "第三章 申报与认定", en: "Chapter 3: Application and certification"),
    articles: [
      Article(
        "8", Phrase(zh: "申报通知", en: "The yearly call"),
        Phrase(zh: "每年定出优先领域，公开通知。", en: "Each year names its priority fields and calls for applications."),
        Phrase(
          zh: "通知写明开始日和三个截止日：报部门、报市局、补正。逾期不收，市局写明理由的可以准予。",
          en:
            "A call has its opening day and three last days: to the department, to the bureau, for corrections. Late is refused unless the bureau admits it with a reason."
        ),
        Phrase(zh: "不在优先领域的只作提示，不拒收。", en: "A field outside the priorities is flagged, not refused.")),
      Article(
        "9", Phrase(zh: "申请条件", en: "Conditions"), Phrase(zh: "八项都要具备。", en: "All eight have to be met."),
        Phrase(
          zh: "查不明的为待定，不当作符合；留给人判断的由人认定，写明姓名、日期、理由。",
          en: "What is unknown is undetermined and never a pass; what is left to judgement is a person's, with name, date and reason.")),
      Article(
        "9.1", Phrase(zh: "注册地和资格", en: "Where and who"),
        Phrase(zh: "在本市注册的法人，技术上有优势。", en: "A legal person registered in the city, with an edge in its field."),
        Phrase(
          zh: "地名按市、县（区）、开发区名单认；四类单位之外的由人认定。", en: "Places are those of the list; a unit outside the four kinds is a person's to decide.")),
      Article(
        "9.2", Phrase(zh: "研发机构与投入，或共建企业", en: "R&D and money, or a partner"),
        Phrase(
          zh: "企业：有研发机构，上年收入满 1000 万元、科技投入满 100 万元；其他单位：至少与省内一家企业共建。",
          en:
            "An enterprise: an R&D unit, revenue of 10 million yuan and technology spending of 1 million the year before. Others: one co-building enterprise in the province."
        ),
        Phrase(zh: "“以上”含本数；上年指通知年度的前一年。", en: "The figures themselves are enough; the year is the one before the call.")),
      Article(
        "9.3", Phrase(zh: "成果、合作、项目与转化", en: "Technology and transfer"),
        Phrase(
          zh: "有自己的成果或专有技术，有产学研合作，能做项目、能转化、能整合资源。",
          en: "Technology of its own, cooperation with universities, and the ability to run projects, transfer results and join resources."),
        Phrase(zh: "知识产权与专有技术有一样即可，其余各项都要有。", en: "Own intellectual property or proprietary technology: one is enough; all else is needed.")
      ),
      Article(
        "9.4", Phrase(zh: "信誉与条件保障", en: "Credit and means"),
        Phrase(zh: "信誉好，拿得出场地、人员、经费、设备。", en: "Good credit, and the premises, people, money and instruments."),
        Phrase(
          zh: "信用核查可登记日期、来源和结果，比自述更有分量。", en: "A credit check on file, with date, source and result, weighs more than what the host states."
        )),
      Article(
        "9.5", Phrase(zh: "带头人与团队", en: "Leader and team"),
        Phrase(zh: "带头人得力，团队合理，固定人员满 10 人。", en: "A strong leader, a sound team, ten fixed staff."),
        Phrase(zh: "流动人员不计入。", en: "Visiting staff do not count.")),
      Article(
        "9.6", Phrase(zh: "场所、仪器、中试、检测", en: "Premises and instruments"),
        Phrase(zh: "四样都要满足发展需要。", en: "All four as the center needs them.")),
      Article(
        "9.7", Phrase(zh: "名称、方向、内容、目标", en: "Name, direction, goals"), Phrase(zh: "写得明确，目标合理。", en: "Stated clearly, with sound goals."),
        Phrase(
          zh: "名称不得与在册中心相同；不是“沧州市…技术创新中心”的只作提示。",
          en: "The name is unlike any active center's; another form than 沧州市…技术创新中心 is a doubt, not a refusal.")),
      Article(
        "9.8", Phrase(zh: "共建协议与依托单位占比", en: "Agreements and the host's share"),
        Phrase(
          zh: "联合共建的要签协议；依托单位自己在条件、人员、项目、成果上各占六成以上。",
          en: "With co-builders: a signed agreement; the host's own share of conditions, staff, projects and results is 60 % each."),
        Phrase(
          zh: "协议逐项写明方式、人员、任务分工、权利义务；有数目的按数目算（5×依托 ≥ 3×合计），没有可算的为待定。",
          en:
            "The agreement fixes manner, people, tasks, rights and duties; shares are computed from counts (5·host ≥ 3·total), and a share of nothing is unknown."
        )),
      Article(
        "10", Phrase(zh: "申报和推荐", en: "Handing in and recommending"),
        Phrase(
          zh: "单位编写材料交归口部门，对真实完整负责；部门择优推荐。",
          en: "The host hands its papers to the department and answers for them; the department recommends."),
        Phrase(
          zh: "有不符合的不得推荐；有待定的须写明理由才能推荐。", en: "Nothing is recommended over a condition that fails; over an unknown one only with a reason.")
      ),
      Article(
        "11", Phrase(zh: "初审和专家评审", en: "Check and review"),
        Phrase(zh: "市局初审，合格的请专家评，必要时去现场。", en: "The bureau checks; what passes goes to experts, and to a site visit where needed."),
        Phrase(
          zh: "初审可退回补正一次，不合格须写明理由；专家不少于通知规定的人数（一般 3 人）；现场考察记日期、人员、情况。",
          en:
            "The check gives back once and states why it fails; experts are at least as many as the call says (3); a visit leaves date, people, findings."
        )),
      Article(
        "12", Phrase(zh: "择优、公示、认定", en: "Choice, notice, certification"),
        Phrase(
          zh: "按评审择优列名单，党组会同意后公示，无异议即认定。",
          en: "The best are listed, the party group agrees, a public notice follows, and without objection the center is certified."),
        Phrase(
          zh: "公示至少 5 个工作日，次日起算，以公示所写日期为准；期满次日起可认定，须有文号。",
          en:
            "The notice runs 5 working days or more from the day after; certification, with a document number, from the day after it ends."),
        Phrase(
          zh: "按期、署名、有证据的异议才算有效，只挡住它所针对的那一件。",
          en: "An objection counts when in time, signed and with evidence, and holds up its own application only.")),
    ])

  static let operation = ArticleChapter(
    title: Phrase(zh: "第四章 运行管理", en: "Chapter 4: How a center is run"),
    articles: [
      Article(
        "13", Phrase(zh: "主任负责制", en: "A director in charge"),
        Phrase(
          zh: "管理委员会领导，主任负责，技术指导委员会出主意。", en: "The management committee leads, the director is in charge, the advisory committee advises.")),
      Article(
        "14", Phrase(zh: "管理委员会", en: "Management committee"),
        Phrase(zh: "由依托、共建单位的人组成，每年开会定大事。", en: "Of people of host and co-builders; it meets every year and decides the great matters."),
        Phrase(
          zh: "只能是这些单位的人，每家共建单位都要有人；议题含计划、重大项目、预算、主任。",
          en: "Of these units only, each co-builder on it; the agenda has plan, major projects, budget, director."),
        Phrase(
          zh: "每个自然年至少一次，12 月 31 日后算拖欠；认定当年不算。",
          en: "Once a calendar year; behind after 31 December; not owed for the year of certification.")),
      Article(
        "15", Phrase(zh: "技术指导委员会", en: "Technical advisory committee"),
        Phrase(zh: "本单位的人不超过三分之一，主任请外单位的，每年至少一会。", en: "A third insiders at most, an outsider in the chair, one meeting a year."),
        Phrase(
          zh: "内部人员看任职单位（依托、共建），3×内部 ≤ 总数；中心负责人至少一人在内，算依托单位的人。",
          en: "Insiders are told by employer: 3·insiders ≤ members; at least one officer of the center is on it and counts as the host's.")),
      Article(
        "16", Phrase(zh: "主任聘任备案", en: "Filing of the director"),
        Phrase(zh: "管理委员会研究，依托单位定，报部门和市局备案。", en: "Considered by the committee, decided by the host, filed with department and bureau."),
        Phrase(zh: "备案可以询问，不能拒绝。", en: "A filing can be queried, not refused.")),
      Article(
        "17", Phrase(zh: "主任的自主权", en: "The director's room"),
        Phrase(zh: "岗位、科研、任务、人员、奖励五方面有权自定。", en: "A say of their own in posts, research, tasks, staff and rewards.")),
      Article(
        "18", Phrase(zh: "研究室组", en: "Research groups"),
        Phrase(zh: "按方向设组，各有带头人和成员。", en: "Groups by direction, each with leader and members.")),
      Article(
        "19", Phrase(zh: "研发计划和项目", en: "Plan and projects"),
        Phrase(zh: "每年有计划、有项目，攻共性难题。", en: "A yearly plan and projects on shared problems.")),
      Article(
        "20", Phrase(zh: "设施和开放", en: "Instruments"),
        Phrase(zh: "不断改善设施；大型仪器可上省平台共享。", en: "Keep improving; large instruments may go on the province's sharing platform."),
        Phrase(zh: "上平台是允许，不是义务，从不算拖欠。", en: "The platform is permission: never behind.")),
      Article(
        "21", Phrase(zh: "开放合作", en: "Open cooperation"),
        Phrase(zh: "与高校院所和京津冀合作，开展交流。", en: "With universities, institutes and the region.")),
      Article(
        "22", Phrase(zh: "内部制度", en: "Internal rules"),
        Phrase(zh: "资产、经费、人员、科研四方面有规章，有专职管理人员。", en: "Rules on assets, money, people and research; full-time managers.")),
      Article(
        "23", Phrase(zh: "经费", en: "Money"), Phrase(zh: "专账核算；财政资金单列、专用。", en: "Books of its own; state money apart and for its purpose.")),
      Article(
        "24", Phrase(zh: "知识产权和署名", en: "Intellectual property"), Phrase(zh: "保护成果；论文要写上中心名称。", en: "Protect it; papers name the center."),
        Phrase(zh: "第17至24条作为记录保存，按条显示已做、到期、拖欠。", en: "Articles 17 to 24 are kept as records, shown by article as kept, due or behind.")),
    ])
}
