import Wording

extension ArticleChapter {
  static let evaluation = ArticleChapter(
    title: Phrase(zh: "第五章 绩效评估与动态管理", en: "Chapter 5: Evaluation and its consequences"),
    articles: [
      Article(
        "25", Phrase(zh: "两年一评", en: "Every two years"),
        Phrase(
          zh: "按附表由专家或第三方评，一般两年一次，结果公示。",
          en: "By experts or an agency on the annexed table, as a rule every two years; results go on public notice."),
        Phrase(
          zh: "得分为已提交评分表的平均；可选去掉最高最低各一份，此时至少 5 份。份数不足的中心待定，不定等级。",
          en:
            "The score is the mean of the submitted sheets; a round may drop the first and the last, and then needs 5. With too few sheets a center is pending and not graded."
        ),
        Phrase(
          zh: "与最近一轮相隔不是两年的，须写明理由；同分同名次（1、1、3）。", en: "Another gap than two years needs a reason; equal scores have equal rank (1, 1, 3)."),
        Phrase(
          zh: "核定前专家可收回评分表；公布后只有异议成立才改，前后两个数都留存。代录的评分表处处注明。",
          en:
            "A sheet can be taken back until the round is settled; after publication only an upheld objection changes a figure, and both stay on file. A sheet typed by staff is marked."
        )),
      Article(
        "26", Phrase(zh: "哪些中心参评", en: "Who takes part"), Phrase(zh: "认定满两年的都要参加。", en: "Every center certified two years or more ago."),
        Phrase(zh: "按年度相减，不看月日；已撤销、已重组的不参加。", en: "By calendar year, whatever the day; revoked and reorganised centers are exempt."),
        Phrase(zh: "暂缓只由市科技局决定，写明理由。", en: "A deferral is the bureau's alone, with its reason.")),
      Article(
        "27", Phrase(zh: "评估材料", en: "Material"),
        Phrase(
          zh: "中心报材料，归口部门查真实、查完整，再报市局。",
          en: "The center hands in, the department checks that all is true and complete, and reports to the bureau."),
        Phrase(
          zh: "材料含 19 项指标的数据、附件和声明；部门逐项核实，可退回。部门拖延不算中心缺席；未上报的只提示，不妨碍评分。",
          en:
            "Facts of all 19 indicators, documents, a declaration; checked item by item. A department's delay is not the host's absence; unreported material is a warning, no more."
        )),
      Article(
        "28", Phrase(zh: "三个等级", en: "Three grades"),
        Phrase(zh: "90 分起优秀，60 分起合格，不到 60 分不合格。", en: "Excellent from 90, qualified from 60, unqualified below."),
        Phrase(
          zh: "以公布的得分为准：平均分四舍五入到 0.01，再定等级和名次。",
          en: "The published figure decides: the mean rounded half up to 0.01, then graded and ranked.")),
      Article(
        "29", Phrase(zh: "优秀的激励", en: "Incentives"),
        Phrase(
          zh: "优秀的优先立项、优先推荐，部门可给后补助。",
          en: "Excellent centers come first for projects and recommendations; departments may grant money afterwards."),
        Phrase(zh: "列出每个优秀中心应得的激励，并记录落实情况。", en: "Each has a list of what it has earned, and what came of it.")),
      Article(
        "30", Phrase(zh: "撤销", en: "Revocation"), Phrase(zh: "八种情形之一即撤销。", en: "On one of eight grounds."),
        Phrase(
          zh: "情形的每一部分都要有证据；提出后依托单位可答复，由人决定、写明理由和文号，再公布；决定不撤也要理由。",
          en:
            "Every part of a ground needs evidence. The host may reply; a person decides with reason and document number, and it is published. Deciding not to needs a reason too."
        ),
        Phrase(
          zh: "中心一经撤销或重组，其他未办结的撤销、变更、备案随之终止，不另作决定。",
          en: "Once a center is revoked or reorganised, what else is open of it lapses, and nothing is decided on it."),
        Phrase(zh: "办法没有限期整改，本系统也不设。", en: "The text knows no term for putting things right, and the desk offers none.")),
      Article("30(1)", Phrase(zh: "评估不合格", en: "Unqualified"), Phrase(zh: "得分在 60 以下。", en: "A figure below 60."), byRound),
      Article(
        "30(2)", Phrase(zh: "不参评", en: "Absent"), Phrase(zh: "应参加而没有参加。", en: "Due, and took no part."), byRound,
        Phrase(zh: "按期报了材料，或有评分表，即为参加。", en: "Material in time, or any sheet, is taking part.")),
      Article("30(3)", Phrase(zh: "弄虚作假", en: "Falsification"), Phrase(zh: "材料或数据造假，情节严重。", en: "False material or data, and serious.")),
      Article(
        "30(4)", Phrase(zh: "重大事故", en: "Accident"),
        Phrase(zh: "技术上的原因，并且事故重大：两部分都要有。", en: "A technical cause, and a major accident: both parts.")),
      Article(
        "30(5)", Phrase(zh: "违法或失信", en: "Misconduct"),
        Phrase(zh: "违法或科研失信，并且影响不良：两部分都要有。", en: "A violation, and a bad effect: both parts.")),
      Article(
        "30(6)", Phrase(zh: "停产、破产", en: "Stopped"),
        Phrase(zh: "停产或破产，并且中心不能运行：两部分都要有。", en: "Stopped or bankrupt, and operation not secured: both parts.")),
      Article(
        "30(7)", Phrase(zh: "被重组、收购", en: "Taken over"),
        Phrase(zh: "被并被购，主业变了，并且不再管中心：三部分都要有。", en: "Taken over, another main business, tasks no longer carried: all three.")),
      Article(
        "30(8)", Phrase(zh: "自愿撤销", en: "Own request"), Phrase(zh: "依托单位自己申请。", en: "The host asks for it."),
        Phrase(
          zh: "市科技局只凭依托单位的书面申请代为登记，登记后仍先听其意见。",
          en: "Staff enter it from the host's paper alone, and the host is heard before it is decided.")),
      Article(
        "31", Phrase(zh: "变更", en: "Changes"),
        Phrase(
          zh: "更名、迁址等要书面申请并附证明，部门审、市局定。",
          en: "A new name, a new seat and the like: a written request with evidence, through the department to the bureau."),
        Phrase(
          zh: "原来的内容保留。跨县迁移由原部门转报，办结后归新部门；迁出本市、改主业的作提示。",
          en:
            "The old value is kept. A move between counties is forwarded by the old department; one out of the city, and another main business, are flagged."
        )),
    ])

  private static let byRound = Phrase(zh: "评估结束时由系统提出，人来决定。", en: "The desk proposes it when a round closes; a person decides.")

  static let supplementary = ArticleChapter(
    title: Phrase(zh: "第六章 附则", en: "Chapter 6: Supplementary"),
    articles: [
      Article(
        "32", Phrase(zh: "施行和废止", en: "In force"),
        Phrase(zh: "2025-10-31 起五年有效，旧办法同日停用。", en: "Five years from 2025-10-31; the old rules ended that day."),
        Phrase(
          zh: "至 2030-10-30 为止；此前的事注明依 2018 年的办法，此后的注明已失效，都可以办。",
          en: "Until 2030-10-30. An act before says “under the rules of 2018”, one after says that the rules have lapsed; both are allowed."
        ))
    ])

  static let table = ArticleChapter(
    title: Phrase(zh: "附表", en: "The annexed table"),
    articles: [
      Article(
        "附表", Phrase(zh: "评估指标", en: "Indicators"),
        Phrase(zh: "5 个一级、19 个二级指标，满分 100。", en: "Five groups, nineteen indicators, 100 points."),
        Phrase(
          zh: "每项 0 分到满分，至多两位小数，也可按满分的百分比给。每轮固定所用的版本。",
          en: "Each 0 to its weight, at most two decimals, or a share of the weight. A round pins its version."))
    ])

  static let furtherRulings = ArticleChapter(
    title: Phrase(zh: "办法未细说、本系统这样办的", en: "What the desk rules beside the text"),
    articles: [
      Article(
        "回避", Phrase(zh: "回避", en: "Recusal"),
        Phrase(zh: "专家与中心有关系的，不安排，也不能评分。", en: "An expert with a tie to a center is neither assigned nor scores it."),
        Phrase(
          zh: "现在或三年内任职于依托、共建单位，在中心的委员会里，由共建单位列名，或有人申报：都算。单位按曾用名、简称认。",
          en:
            "Employed by host or co-builder now or in the last three years, on a committee of the center, named for a co-builder, or declared by somebody; names match through former and short ones."
        ),
        Phrase(zh: "打开任何材料之前，先确认保密、诚信、回避。", en: "Before anything opens, an expert confirms secrecy, integrity and recusal.")),
      Article(
        "匿名", Phrase(zh: "专家匿名", en: "Anonymity"),
        Phrase(zh: "依托单位和公众只看到专家的编号。", en: "Hosts and the public see an expert under a number of the round."),
        Phrase(
          zh: "公布的文字先查有无专家姓名。上次得分在自己评完后才显示。",
          en: "Texts that are released are searched for names first. The last score shows after one's own is entered.")),
      Article(
        "专家组", Phrase(zh: "专家组意见", en: "The group's opinion"),
        Phrase(zh: "可设组长，写专家组意见；不改任何分数。", en: "A leader may write it; it changes no figure.")),
      Article(
        "同行", Phrase(zh: "同行比较", en: "Peers"),
        Phrase(zh: "数据旁显示同领域参评中心的四分位，满 5 家才显示。", en: "Beside the facts stands the quartile among the field's due centers, from five on.")),
      Article(
        "日期", Phrase(zh: "日期和工作日", en: "Days"),
        Phrase(
          zh: "一天到北京时间 24 点；没有节假日安排的年度只除周末，期限为暂定。",
          en: "A day ends at 24:00 in Shanghai; a year without holiday data counts weekends only, and its deadlines are provisional.")),
    ])

  static let notInTheText = ArticleChapter(
    title: Phrase(zh: "办法中没有的", en: "What the text does not know"),
    articles: [
      Article(
        "验收", Phrase(zh: "验收", en: "Acceptance inspection (验收)"),
        Phrase(zh: "别的城市有，本办法没有；认定即建成。", en: "Other cities have one, this text has none: a certified center is a center.")),
      Article(
        "年度报告", Phrase(zh: "年度报告", en: "A yearly report (年度报告)"),
        Phrase(zh: "没有这项义务；材料只在评估年度报。", en: "There is no such duty; material is handed in for a round only.")),
      Article(
        "缓评", Phrase(zh: "缓评", en: "Deferral as a right (缓评)"),
        Phrase(
          zh: "不是中心的权利；市科技局可以决定暂缓，写明理由（第26条）。", en: "No center has a right to it; the bureau may defer one, with its reason (article 26).")),
      Article(
        "限期整改", Phrase(zh: "限期整改", en: "A term to put things right (限期整改)"),
        Phrase(zh: "没有；不合格即拟撤销（第30条）。", en: "There is none: unqualified leads to a proposal to revoke (article 30).")),
      Article(
        "省级评估", Phrase(zh: "认可省级评估结果", en: "A provincial evaluation (省级评估)"),
        Phrase(zh: "没有规定；省里评过的，本市照评。", en: "Nothing says that it counts: whoever was evaluated by the province is evaluated here too.")),
    ])
}
