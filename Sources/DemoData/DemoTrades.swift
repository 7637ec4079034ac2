extension DemoWords {
  /// A trade: its field, what a center of it is called after, what its firms make, and what its centers work on.
  struct Trade {
    let field: String
    let subject: String
    let product: String
    /// Three of them.
    let topics: [String]
  }

  static let trades = [
    Trade(field: "激光与智能制造", subject: "激光切割装备", product: "激光装备", topics: ["厚板高功率切割", "切割头与光路国产化", "板材套料与自动上下料"]),
    Trade(field: "激光与智能制造", subject: "激光熔覆再制造", product: "激光技术", topics: ["轧辊与液压立柱熔覆", "熔覆粉末配比", "再制造件寿命评价"]),
    Trade(field: "高端装备制造", subject: "数控铸造", product: "精密铸造", topics: ["砂型三维打印", "铸件凝固过程模拟", "铸造产线数据采集"]),
    Trade(field: "高端装备制造", subject: "高速包装机械", product: "包装机械", topics: ["立式包装机伺服控制", "计量与封口精度", "快速换型"]),
    Trade(field: "高端装备制造", subject: "压力容器焊接", product: "压力容器", topics: ["窄间隙埋弧焊", "焊缝相控阵检测", "低温钢焊接工艺"]),
    Trade(field: "管道装备", subject: "高端油气管道", product: "管道装备", topics: ["高钢级焊管成型", "管道内外防腐涂层", "管线钢焊缝韧性控制"]),
    Trade(field: "管道装备", subject: "管件热成型", product: "管件", topics: ["大口径弯头推制", "三通热压模具", "热处理变形控制"]),
    Trade(field: "新材料", subject: "特种玻璃纤维", product: "玻纤制品", topics: ["低介电玻纤拉丝", "浸润剂配方", "玻纤复合材料成型"]),
    Trade(field: "新材料", subject: "生物基薄膜", product: "新材料", topics: ["生物基聚酯合成", "薄膜双向拉伸", "薄膜可堆肥性评价"]),
    Trade(field: "石油化工", subject: "绿色石化催化", product: "化工", topics: ["加氢催化剂寿命", "催化剂再生", "反应过程在线分析"]),
    Trade(field: "石油化工", subject: "水性涂料", product: "涂料", topics: ["低挥发树脂合成", "金属基材水性防腐", "涂装线节能烘干"]),
    Trade(field: "生物医药", subject: "原料药连续合成", product: "药业", topics: ["微通道连续反应", "手性杂质控制", "溶剂回收套用"]),
    Trade(field: "生物医药", subject: "医用敷料", product: "医疗器械", topics: ["抗菌敷料制备", "创面渗液管理", "敷料灭菌验证"]),
    Trade(field: "电子信息", subject: "工业物联网传感", product: "电子", topics: ["低功耗无线传感", "振动与温度融合诊断", "边缘数据压缩"]),
    Trade(field: "电子信息", subject: "智能电表", product: "仪表", topics: ["计量芯片校准", "载波通信抗干扰", "电表寿命加速试验"]),
    Trade(field: "新能源", subject: "海上风电运维", product: "新能源", topics: ["叶片损伤巡检", "塔筒螺栓监测", "运维船舶调度"]),
    Trade(field: "新能源", subject: "储能电池管理", product: "储能科技", topics: ["荷电状态估计", "热失控预警", "梯次利用分选"]),
    Trade(field: "现代农业", subject: "金丝小枣精深加工", product: "食品", topics: ["枣果冻干保鲜", "枣多糖提取", "枣渣综合利用"]),
    Trade(field: "现代农业", subject: "盐碱地作物育种", product: "种业", topics: ["耐盐小麦选育", "盐碱地苜蓿栽培", "种质耐盐鉴定"]),
    Trade(field: "节能环保", subject: "工业废水零排放", product: "环保工程", topics: ["高盐废水分盐结晶", "膜浓缩抗污染", "母液资源化"]),
    Trade(field: "汽车及零部件", subject: "轻量化车身", product: "汽车部件", topics: ["铝合金车身连接", "高强钢热冲压", "车身结构仿真"]),
    Trade(field: "纺织服装", subject: "裘皮清洁鞣制", product: "皮革", topics: ["无铬鞣制", "鞣制废液回用", "裘皮染色牢度"]),
  ]
}
