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

  /// A trade: its field, what a center of it is called after, what its firms make.
  struct Trade {
    let field: String
    let subject: String
    let product: String
  }

  static let trades = [
    Trade(field: "激光与智能制造", subject: "激光切割装备", product: "激光装备"),
    Trade(field: "激光与智能制造", subject: "激光熔覆再制造", product: "激光技术"),
    Trade(field: "高端装备制造", subject: "数控铸造", product: "精密铸造"),
    Trade(field: "高端装备制造", subject: "高速包装机械", product: "包装机械"),
    Trade(field: "高端装备制造", subject: "压力容器焊接", product: "压力容器"),
    Trade(field: "管道装备", subject: "高端油气管道", product: "管道装备"),
    Trade(field: "管道装备", subject: "管件热成型", product: "管件"),
    Trade(field: "新材料", subject: "特种玻璃纤维", product: "玻纤制品"),
    Trade(field: "新材料", subject: "生物基薄膜", product: "新材料"),
    Trade(field: "石油化工", subject: "绿色石化催化", product: "化工"),
    Trade(field: "石油化工", subject: "水性涂料", product: "涂料"),
    Trade(field: "生物医药", subject: "原料药连续合成", product: "药业"),
    Trade(field: "生物医药", subject: "医用敷料", product: "医疗器械"),
    Trade(field: "电子信息", subject: "工业物联网传感", product: "电子"),
    Trade(field: "电子信息", subject: "智能电表", product: "仪表"),
    Trade(field: "新能源", subject: "海上风电运维", product: "新能源"),
    Trade(field: "新能源", subject: "储能电池管理", product: "储能科技"),
    Trade(field: "现代农业", subject: "金丝小枣精深加工", product: "食品"),
    Trade(field: "现代农业", subject: "盐碱地作物育种", product: "种业"),
    Trade(field: "节能环保", subject: "工业废水零排放", product: "环保工程"),
    Trade(field: "汽车及零部件", subject: "轻量化车身", product: "汽车部件"),
    Trade(field: "纺织服装", subject: "裘皮清洁鞣制", product: "皮革"),
  ]

  static let surnames = ["慕容", "欧阳", "令狐", "上官", "东方", "司空", "公孙", "夏侯", "诸葛", "宇文", "端木", "百里", "南宫", "独孤", "轩辕", "尉迟"]
  static let givenNames = ["望舒", "听澜", "知微", "怀瑾", "若谷", "思齐", "致远", "景行", "明诚", "守拙", "清和", "砚秋", "临川", "云岫", "嘉树", "维桢"]

  /// Employers of experts, outside the city's firms.
  static let institutes = ["渤海湾理工大学（虚构）", "燕赵工程研究院（虚构）", "九河大学（虚构）", "北辰会计师事务所（虚构）", "华北技术经济研究所（虚构）", "运河应用科学院（虚构）"]
  static let titles = ["教授", "研究员", "正高级工程师", "高级工程师", "副教授", "高级会计师"]
}
