import Wording

/// The provinces, municipalities and autonomous regions as an address names them, for who would rather choose than write; the city's own first.
enum Provinces {
  static let all: [Phrase] = [
    Phrase(zh: "河北省", en: "Hebei"), Phrase(zh: "北京市", en: "Beijing"), Phrase(zh: "天津市", en: "Tianjin"),
    Phrase(zh: "山西省", en: "Shanxi"), Phrase(zh: "内蒙古自治区", en: "Inner Mongolia"), Phrase(zh: "辽宁省", en: "Liaoning"),
    Phrase(zh: "吉林省", en: "Jilin"), Phrase(zh: "黑龙江省", en: "Heilongjiang"), Phrase(zh: "上海市", en: "Shanghai"),
    Phrase(zh: "江苏省", en: "Jiangsu"), Phrase(zh: "浙江省", en: "Zhejiang"), Phrase(zh: "安徽省", en: "Anhui"),
    Phrase(zh: "福建省", en: "Fujian"), Phrase(zh: "江西省", en: "Jiangxi"), Phrase(zh: "山东省", en: "Shandong"),
    Phrase(zh: "河南省", en: "Henan"), Phrase(zh: "湖北省", en: "Hubei"), Phrase(zh: "湖南省", en: "Hunan"),
    Phrase(zh: "广东省", en: "Guangdong"), Phrase(zh: "广西壮族自治区", en: "Guangxi"), Phrase(zh: "海南省", en: "Hainan"),
    Phrase(zh: "重庆市", en: "Chongqing"), Phrase(zh: "四川省", en: "Sichuan"), Phrase(zh: "贵州省", en: "Guizhou"),
    Phrase(zh: "云南省", en: "Yunnan"), Phrase(zh: "西藏自治区", en: "Tibet"), Phrase(zh: "陕西省", en: "Shaanxi"),
    Phrase(zh: "甘肃省", en: "Gansu"), Phrase(zh: "青海省", en: "Qinghai"), Phrase(zh: "宁夏回族自治区", en: "Ningxia"),
    Phrase(zh: "新疆维吾尔自治区", en: "Xinjiang"), Phrase(zh: "香港特别行政区", en: "Hong Kong"), Phrase(zh: "澳门特别行政区", en: "Macao"),
    Phrase(zh: "台湾省", en: "Taiwan"),
  ]
}
