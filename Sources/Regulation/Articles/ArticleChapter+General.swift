import Wording

extension ArticleChapter {
  static let general = ArticleChapter(
    title: Phrase(zh: "第一章 总则", en: "Chapter 1: General"),
    articles: [
      Article(
        "1", Phrase(zh: "为何制定", en: "Why it was made"),
        Phrase(
          zh: "规范中心的建设和管理，让企业成为创新的主力；以省的办法为参照。",
          en: "To order how centers are built and run, with enterprises in the lead; modelled on the province's rules.")),
      Article(
        "2", Phrase(zh: "中心做什么", en: "What a center is for"),
        Phrase(zh: "攻关、转化、育人、推广和服务。", en: "Key research, transfer of results, training of people, spreading of technology and services.")),
      Article(
        "3", Phrase(zh: "方向与机制", en: "Direction"),
        Phrase(
          zh: "围绕市里的优势产业和各县特色集群布局，择优、重绩效、有进有出。",
          en: "Laid out along the city's leading industries and the counties' clusters; the better are supported, and nothing is for ever."),
        Phrase(zh: "领域、“2+8”产业和县域集群是名单，由工作人员维护。", en: "Fields, the “2+8” industries and the clusters are lists that staff edit.")),
    ])

  static let duties = ArticleChapter(
    title: Phrase(zh: "第二章 职责", en: "Chapter 2: Who does what"),
    articles: [
      Article("4", Phrase(zh: "市科技局", en: "The bureau"), Phrase(zh: "统管全市中心的规划和大事。", en: "Plans and steers all centers of the city.")),
      Article("4(1)", Phrase(zh: "执行上级政策", en: "Policy"), Phrase(zh: "落实国家和省的规定。", en: "Carries out what state and province lay down.")),
      Article("4(2)", Phrase(zh: "定规则", en: "Rules"), Phrase(zh: "订立本市的办法和工作规则。", en: "Makes the city's rules.")),
      Article("4(3)", Phrase(zh: "编规划", en: "Plans"), Phrase(zh: "编制规划和计划，并作指导。", en: "Draws up plans and guides by them.")),
      Article("4(4)", Phrase(zh: "组织评估", en: "Evaluation"), Phrase(zh: "组织各中心的绩效评估。", en: "Has the centers evaluated.")),
      Article(
        "4(5)", Phrase(zh: "设立、调整、重组、撤销", en: "Setting up and ending"),
        Phrase(zh: "四件事都由市科技局批准。", en: "The bureau alone decides on all four."),
        Phrase(zh: "调整即第31条的变更；撤销依第30条。", en: "Adjusting is a change under article 31; revoking is article 30."),
        Phrase(
          zh: "重组须有文号的决定，写明由哪个中心承接；认定日期不变，决定另有规定的除外。",
          en: "Reorganising is a numbered decision that names who goes on; the certification date stays unless it says otherwise.")),
      Article(
        "5", Phrase(zh: "归口管理部门", en: "The competent departments"),
        Phrase(zh: "市直部门和县级科技部门管各自的中心。", en: "Municipal departments and the counties' science departments look after their own centers."),
        Phrase(zh: "归谁管看登记的部门，不看地理位置；别家的一概看不到。", en: "Whose a center is follows from the record, not from the map; nobody else's is seen.")),
      Article(
        "5(1)", Phrase(zh: "培育和申报", en: "Applications"),
        Phrase(zh: "谋划、培育，组织申报。", en: "Raises candidates and organises their applications.")),
      Article("5(2)", Phrase(zh: "指导和支持", en: "Guidance"), Phrase(zh: "协调难题，统筹资源。", en: "Settles problems and brings resources together.")),
      Article(
        "5(3)", Phrase(zh: "参与评估", en: "Evaluation"),
        Phrase(zh: "协助评估，或受托评估所管的中心。", en: "Helps to evaluate, or does so for its own centers when entrusted."),
        Phrase(
          zh: "每轮评估写明由谁组织：市科技局、第三方机构，或部门评自己的中心；公布总由市科技局办。",
          en: "A round names who carries it out: the bureau, an agency, or a department for its own; publication is always the bureau's.")),
      Article(
        "6", Phrase(zh: "依托单位", en: "The host unit"), Phrase(zh: "建中心、管中心，并负全责。", en: "Builds and runs the center, and answers for it.")),
      Article(
        "6(1)", Phrase(zh: "写材料、立机制", en: "Papers"),
        Phrase(zh: "编写申报材料，建立管理机制。", en: "Writes the application and sets up how the center is run.")),
      Article(
        "6(2)", Phrase(zh: "保障条件", en: "Means"),
        Phrase(zh: "出人、出钱、出场地设备，也给政策。", en: "Provides people, money, premises, equipment and terms.")),
      Article(
        "6(3)", Phrase(zh: "设技术指导委员会", en: "Advisory committee"),
        Phrase(zh: "组建并聘请其主任和成员。", en: "Sets it up and appoints its chair and members.")),
      Article(
        "6(4)", Phrase(zh: "设管理委员会、聘主任", en: "Management committee and director"),
        Phrase(zh: "组建管理委员会，聘主任并每年考核。", en: "Sets it up, appoints the director and assesses their year."),
        Phrase(zh: "每年的主任考核作为一项职责记录在案。", en: "The yearly assessment of the director is kept as a duty.")),
      Article("6(5)", Phrase(zh: "接受管理", en: "Guidance taken"), Phrase(zh: "听从市局和归口部门的指导。", en: "Is guided by bureau and department.")),
      Article("6(6)", Phrase(zh: "对外担责", en: "Liability"), Phrase(zh: "以法人身份替中心履行义务。", en: "Stands for the center as a legal person.")),
      Article("7", Phrase(zh: "共建单位", en: "Co-builders"), Phrase(zh: "协同建设和运行。", en: "Build and run the center together with the host.")),
      Article(
        "7(1)", Phrase(zh: "机构和人员", en: "Body and people"),
        Phrase(zh: "写明由哪个机构、哪些人参加。", en: "Each says which body and which people take part."),
        Phrase(zh: "每家共建单位的机构、人员、任务逐项登记。", en: "Body, people and tasks of each are on record.")),
      Article("7(2)", Phrase(zh: "履行协议", en: "Agreement"), Phrase(zh: "按协议承担分工任务。", en: "Do what the agreement gives them.")),
      Article(
        "7(3)", Phrase(zh: "其他支持", en: "Further help"),
        Phrase(zh: "以合作研究、转让、咨询、共享设备等相助。", en: "Help by joint research, transfer, advice, shared instruments.")),
    ])
}
