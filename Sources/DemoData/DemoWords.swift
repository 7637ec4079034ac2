/// The words from which made-up names are put together. Nobody is meant: the firms are called after stars and birds of legend, and the
/// people have surnames that are known from novels.
enum DemoWords {
  /// The first part of a firm's name.
  static let firms = [
    "天枢", "瑶光", "玉衡", "开阳", "摇光", "青鸾", "鲲鹏", "扶摇", "星槎", "云杉", "白泽", "麒麟座", "望舒", "羲和", "飞廉", "重明", "毕方", "昴宿", "心宿",
    "角宿", "参商", "银汉", "紫微", "太白", "荧惑", "岁星", "辰星", "镇星", "织女座", "河鼓", "天狼座", "北落", "大角", "招摇", "轩辕座", "长庚",
  ]

  private static let sights = [
    "云", "星", "月", "霞", "虹", "雪", "霜", "露", "风", "岚", "波", "涛", "松", "竹", "梅", "兰", "枫", "桐", "鹤", "鹭", "燕", "鹿", "鲤", "龙",
  ]
  private static let sites = [
    "海", "山", "川", "原", "林", "溪", "洲", "岭", "泽", "湖", "潭", "泉", "谷", "峰", "台", "亭", "楼", "桥", "舟", "帆", "庭", "苑", "坊", "阁",
  ]

  /// What tells the bearers of one name apart once all names are used up: a pair of words for each number, none for 0, several pairs beyond
  /// 575; a name with a running number in it looks made by a machine.
  static func mark(_ number: Int) -> String {
    if number == 0 { return "" }
    let pairs = sights.count * sites.count
    let pair = number % pairs
    return mark(number / pairs) + sights[pair % sights.count] + sites[(pair / sights.count + pair) % sites.count]
  }

  static let surnames = ["慕容", "欧阳", "令狐", "上官", "东方", "司空", "公孙", "夏侯", "诸葛", "宇文", "端木", "百里", "南宫", "独孤", "轩辕", "尉迟"]
  static let givenNames = ["望舒", "听澜", "知微", "怀瑾", "若谷", "思齐", "致远", "景行", "明诚", "守拙", "清和", "砚秋", "临川", "云岫", "嘉树", "维桢"]

  /// Universities and institutes: employers of technical experts, and co-builders.
  static let institutes = ["渤海湾理工大学（虚构）", "燕赵工程研究院（虚构）", "九河大学（虚构）", "运河应用科学院（虚构）"]

  /// Who an expert that is no engineer is: from where, and under which title.
  typealias Office = (employer: String, title: String)
  static let managers: [Office] = [("华北技术经济研究所（虚构）", "研究员"), ("渤海湾理工大学管理学院（虚构）", "教授")]
  static let accountants: [Office] = [("北辰会计师事务所（虚构）", "注册会计师"), ("河北天市控股集团有限公司（虚构）", "财务总监、高级会计师")]

  /// Titles of technical experts.
  static let titles = ["教授", "研究员", "正高级工程师", "高级工程师", "副教授"]
}
