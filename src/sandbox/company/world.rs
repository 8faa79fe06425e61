//! The world as CoreHR's basic data have it: countries, provinces, cities.
//!
//! Must *not* know the company.

use super::build::{kind, rows};
use super::ids::nth_of;

/// Two letters, three letters, dial code, ISO number, Chinese name, English name, currency. The last is no more.
const COUNTRIES: &str = "
CN|CHN|86|156|中国|China|CNY
HK|HKG|852|344|中国香港|Hong Kong, China|HKD
MO|MAC|853|446|中国澳门|Macao, China|MOP
TW|TWN|886|158|中国台湾|Taiwan, China|TWD
US|USA|1|840|美国|United States|USD
CA|CAN|1|124|加拿大|Canada|CAD
SG|SGP|65|702|新加坡|Singapore|SGD
JP|JPN|81|392|日本|Japan|JPY
KR|KOR|82|410|韩国|South Korea|KRW
GB|GBR|44|826|英国|United Kingdom|GBP
DE|DEU|49|276|德国|Germany|EUR
FR|FRA|33|250|法国|France|EUR
IT|ITA|39|380|意大利|Italy|EUR
ES|ESP|34|724|西班牙|Spain|EUR
NL|NLD|31|528|荷兰|Netherlands|EUR
CH|CHE|41|756|瑞士|Switzerland|CHF
SE|SWE|46|752|瑞典|Sweden|SEK
RU|RUS|7|643|俄罗斯|Russia|RUB
KZ|KAZ|7|398|哈萨克斯坦|Kazakhstan|KZT
IN|IND|91|356|印度|India|INR
ID|IDN|62|360|印度尼西亚|Indonesia|IDR
MY|MYS|60|458|马来西亚|Malaysia|MYR
TH|THA|66|764|泰国|Thailand|THB
VN|VNM|84|704|越南|Vietnam|VND
PH|PHL|63|608|菲律宾|Philippines|PHP
AU|AUS|61|036|澳大利亚|Australia|AUD
NZ|NZL|64|554|新西兰|New Zealand|NZD
BR|BRA|55|076|巴西|Brazil|BRL
MX|MEX|52|484|墨西哥|Mexico|MXN
AE|ARE|971|784|阿联酋|United Arab Emirates|AED
SA|SAU|966|682|沙特阿拉伯|Saudi Arabia|SAR
TR|TUR|90|792|土耳其|Turkey|TRY
ZA|ZAF|27|710|南非|South Africa|ZAR
EG|EGY|20|818|埃及|Egypt|EGP
YU|YUG|38|891|南斯拉夫|Yugoslavia|YUM
";

/// Chinese name, English name, cities.
const PROVINCES: &str = "
北京市|Beijing|北京市
天津市|Tianjin|天津市
河北省|Hebei|石家庄市 唐山市 秦皇岛市 邯郸市 保定市 廊坊市
山西省|Shanxi|太原市 大同市 运城市
内蒙古自治区|Inner Mongolia|呼和浩特市 包头市 鄂尔多斯市
辽宁省|Liaoning|沈阳市 大连市 鞍山市 锦州市
吉林省|Jilin|长春市 吉林市
黑龙江省|Heilongjiang|哈尔滨市 齐齐哈尔市 大庆市
上海市|Shanghai|上海市
江苏省|Jiangsu|南京市 无锡市 徐州市 常州市 苏州市 南通市 扬州市
浙江省|Zhejiang|杭州市 宁波市 温州市 嘉兴市 绍兴市 金华市 台州市
安徽省|Anhui|合肥市 芜湖市 蚌埠市
福建省|Fujian|福州市 厦门市 泉州市
江西省|Jiangxi|南昌市 九江市 赣州市
山东省|Shandong|济南市 青岛市 淄博市 烟台市 潍坊市 临沂市
河南省|Henan|郑州市 开封市 洛阳市 南阳市
湖北省|Hubei|武汉市 宜昌市 襄阳市
湖南省|Hunan|长沙市 株洲市 湘潭市 岳阳市
广东省|Guangdong|广州市 深圳市 珠海市 汕头市 佛山市 东莞市 中山市 惠州市 湛江市
广西壮族自治区|Guangxi|南宁市 柳州市 桂林市
海南省|Hainan|海口市 三亚市
重庆市|Chongqing|重庆市
四川省|Sichuan|成都市 绵阳市 德阳市 宜宾市
贵州省|Guizhou|贵阳市 遵义市
云南省|Yunnan|昆明市 大理白族自治州 丽江市
西藏自治区|Tibet|拉萨市
陕西省|Shaanxi|西安市 咸阳市 宝鸡市
甘肃省|Gansu|兰州市 天水市
青海省|Qinghai|西宁市
宁夏回族自治区|Ningxia|银川市
新疆维吾尔自治区|Xinjiang|乌鲁木齐市 喀什地区
";

/// The cities, each with its province.
fn cities() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows::<3>(PROVINCES)
        .flat_map(|[province, _, cities]| cities.split(' ').map(move |city| (city, province)))
}

/// The id of the country of these two letters.
pub(crate) fn country(letters: &str) -> String {
    nth_of(kind::COUNTRY, rows::<7>(COUNTRIES).map(|row| row[0]), letters)
}

/// The id of a province of China.
pub(crate) fn province(name: &str) -> String {
    nth_of(kind::PROVINCE, rows::<3>(PROVINCES).map(|row| row[0]), name)
}

/// The id of a city of China.
pub(crate) fn city(name: &str) -> String {
    nth_of(kind::CITY, cities().map(|(city, _)| city), name)
}
