//! The world as CoreHR's basic data have it: countries, provinces, cities, banks, documents.
//!
//! Must *not* know the company.

use super::ids::{id, kind, nth_of};
use super::name::Name;
use super::table::rows;

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

/// City, districts.
const DISTRICTS: &str = "
北京市|东城区 西城区 朝阳区 海淀区 丰台区 通州区 昌平区
上海市|黄浦区 徐汇区 静安区 浦东新区 闵行区
深圳市|福田区 罗湖区 南山区 宝安区 龙岗区
广州市|天河区 越秀区 海珠区 番禺区
杭州市|上城区 西湖区 余杭区 滨江区
成都市|锦江区 武侯区 高新区
";

/// Code, Chinese name, English name.
const BANKS: &str = "
102|中国工商银行|Industrial and Commercial Bank of China
103|中国农业银行|Agricultural Bank of China
104|中国银行|Bank of China
105|中国建设银行|China Construction Bank
301|交通银行|Bank of Communications
308|招商银行|China Merchants Bank
303|中国光大银行|China Everbright Bank
305|中国民生银行|China Minsheng Bank
309|兴业银行|Industrial Bank
310|上海浦东发展银行|Shanghai Pudong Development Bank
307|平安银行|Ping An Bank
403|中国邮政储蓄银行|Postal Savings Bank of China
";
const BRANCHES: [&str; 3] = ["北京中关村支行", "上海张江支行", "深圳科技园支行"];

/// Country, code, Chinese name, English name, kind, its label, rule.
const DOCUMENTS: &str = r"
CN|CHN-RIC|居民身份证|Resident identity card|national_id|国家证件|^\d{17}[\dXx]$
CN|CHN-PP|中国护照|Chinese passport|regular_passport|普通护照|^[A-Z0-9]{9}$
HK|HKG-ID|香港身份证|Hong Kong identity card|national_id|国家证件|^[A-Z]{1,2}\d{6}\([\dA]\)$
CN|CHN-HKM|港澳居民来往内地通行证|Mainland travel permit (HK, MO)|national_id|国家证件|^[HM]\d{8}$
CN|CHN-TWP|台湾居民来往大陆通行证|Mainland travel permit (TW)|national_id|国家证件|^\d{8}$
CN|CHN-FPR|外国人永久居留身份证|Foreign permanent resident ID|national_id|国家证件|^[A-Z]{3}\d{12}$
US|USA-SSN|社会安全号码|Social security number|national_id|国家证件|^\d{3}-\d{2}-\d{4}$
US|USA-PP|美国护照|United States passport|regular_passport|普通护照|^[A-Z0-9]{9}$
SG|SGP-NRIC|新加坡身份证|NRIC|national_id|国家证件|^[STFG]\d{7}[A-Z]$
AU|AUS-TFN|税号|Tax file number|national_id|国家证件|^\d{9}$
";

/// A country or region.
pub(crate) struct Country {
    pub(crate) id: String,
    pub(crate) alpha_2: &'static str,
    pub(crate) alpha_3: &'static str,
    /// Without a plus.
    pub(crate) dial: &'static str,
    pub(crate) numeric: u32,
    pub(crate) name: Name,
    pub(crate) currency: &'static str,
    pub(crate) in_force: bool,
}

/// Something with an id and a name that belongs to something else.
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) name: Name,
    /// The id of what it belongs to.
    pub(crate) of: String,
    pub(crate) code: String,
}

/// A kind of document.
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) country: String,
    pub(crate) code: &'static str,
    pub(crate) name: Name,
    pub(crate) kind: (&'static str, &'static str),
    pub(crate) rule: &'static str,
}

/// Countries and regions.
pub(crate) fn countries() -> Vec<Country> {
    let all = rows(COUNTRIES).zip(1..);
    all.map(|([alpha_2, alpha_3, dial, numeric, zh, en, currency], nth)| Country {
        id: id(kind::COUNTRY, nth),
        alpha_2,
        alpha_3,
        dial,
        numeric: numeric.parse().unwrap_or(0),
        name: Name::new(zh, en),
        currency,
        in_force: alpha_2 != "YU",
    })
    .collect()
}

/// The country that hire calls by this code: those in force, counted from one.
pub(crate) fn hire_country(code: &str) -> Option<Country> {
    let nth: usize = code.strip_prefix("CN_")?.parse().ok()?;
    countries().into_iter().filter(|own| own.in_force).nth(nth.checked_sub(1)?)
}

/// Provinces of China.
pub(crate) fn provinces() -> Vec<Part> {
    let all = rows::<3>(PROVINCES).zip(1..);
    all.map(|([zh, en, _], nth)| Part {
        id: id(kind::PROVINCE, nth),
        name: Name::new(zh, en),
        of: country("CN"),
        code: format!("CN-{nth:02}"),
    })
    .collect()
}

/// Cities of China.
pub(crate) fn cities() -> Vec<Part> {
    let all = city_names().zip(1..);
    all.map(|((name, of), nth)| Part {
        id: id(kind::CITY, nth),
        name: Name::new(name, ""),
        of: province(of),
        code: format!("{nth:04}"),
    })
    .collect()
}

/// Districts of the largest cities.
pub(crate) fn districts() -> Vec<Part> {
    let all = rows::<2>(DISTRICTS).flat_map(|[of, names]| names.split(' ').map(move |n| (n, of)));
    all.zip(1..)
        .map(|((name, of), nth)| Part {
            id: id(kind::DISTRICT, nth),
            name: Name::new(name, ""),
            of: city(of),
            code: format!("{nth:06}"),
        })
        .collect()
}

/// Banks; their ids have a form of their own.
pub(crate) fn banks() -> Vec<Part> {
    let all = rows(BANKS).zip(1..);
    all.map(|([code, zh, en], nth): (_, u32)| Part {
        id: format!("MDBH{nth:08}"),
        name: Name::new(zh, en),
        of: country("CN"),
        code: code.to_owned(),
    })
    .collect()
}

/// A few branches of each bank.
pub(crate) fn branches() -> Vec<Part> {
    let of_bank = |bank: Part| {
        BRANCHES.iter().zip(1..).map(move |(branch, nth): (_, u32)| Part {
            id: format!("MDBK{}{nth}", bank.id.trim_start_matches("MDBH")),
            name: Name::new(&format!("{}{branch}", bank.name.zh), ""),
            code: format!("{}10000{nth:04}", bank.code),
            of: bank.id.clone(),
        })
    };
    banks().into_iter().flat_map(of_bank).collect()
}

/// Kinds of documents.
pub(crate) fn documents() -> Vec<Document> {
    let all = rows(DOCUMENTS).zip(1..);
    all.map(|([of, code, zh, en, kind, label, rule], nth)| Document {
        id: id(kind::DOCUMENT, nth),
        country: country(of),
        code,
        name: Name::new(zh, en),
        kind: (kind, label),
        rule,
    })
    .collect()
}

/// The names of the cities, each with its province.
pub(crate) fn city_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows::<3>(PROVINCES)
        .flat_map(|[province, _, cities]| cities.split(' ').map(move |city| (city, province)))
}

/// The names of the provinces.
pub(crate) fn province_names() -> impl Iterator<Item = &'static str> {
    rows::<3>(PROVINCES).map(|row| row[0])
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
    nth_of(kind::CITY, city_names().map(|(city, _)| city), name)
}
