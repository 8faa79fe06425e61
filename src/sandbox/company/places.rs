//! Where the company is: its legal entities, its offices.
//!
//! Must *not* know who works there.

use super::ids::{id, kind, nth_of};
use super::name::Name;
use super::records::{Company, LegalEntity, Location};
use super::table::rows;
use super::world;

/// Code, the one above, Chinese name, English name, country, province, city, street, street in English, postal code.
/// The first two of a country are areas; what has no street is no office.
const OFFICES: &str = "
LOC-CN||中国区|China|CN|||||
LOC-BJ|LOC-CN|北京总部|Beijing HQ|CN|北京市|北京市|海淀区中关村大街1号晨星大厦|1 Zhongguancun Street, Haidian|100080
LOC-BJ-2|LOC-CN|北京望京办公区|Beijing Wangjing|CN|北京市|北京市|朝阳区望京街8号|8 Wangjing Street, Chaoyang|100102
LOC-SH|LOC-CN|上海研发中心|Shanghai R&D Center|CN|上海市|上海市|浦东新区张江路88号|88 Zhangjiang Road, Pudong|201203
LOC-SZ|LOC-CN|深圳南山办公室|Shenzhen Nanshan|CN|广东省|深圳市|南山区科技园南路16号|16 Keji South Road, Nanshan|518057
LOC-GZ|LOC-CN|广州天河办公室|Guangzhou Tianhe|CN|广东省|广州市|天河区华夏路10号|10 Huaxia Road, Tianhe|510623
LOC-HZ|LOC-CN|杭州西溪园区|Hangzhou Xixi|CN|浙江省|杭州市|余杭区文一西路969号|969 Wenyi West Road, Yuhang|311121
LOC-CD|LOC-CN|成都天府办公室|Chengdu Tianfu|CN|四川省|成都市|高新区天府大道北段1480号|1480 Tianfu Avenue North|610041
LOC-WH|LOC-CN|武汉光谷（已停用）|Wuhan (closed)|CN|湖北省|武汉市|洪山区关山大道111号|111 Guanshan Avenue|430074
LOC-OS||海外|Overseas|SG|||||
LOC-HK|LOC-OS|香港办公室|Hong Kong|HK|||中环皇后大道中99号|99 Queen's Road Central|999077
LOC-SG|LOC-OS|新加坡办公室|Singapore|SG||||1 Raffles Quay|048583
LOC-SF|LOC-OS||San Francisco|US||||500 Howard Street|94105
";

/// The office that was given up.
const CLOSED: &str = "LOC-WH";

/// Code, the one above, Chinese name, English name, country, address.
const ENTITIES: &str = "
CO01||晨星科技（北京）有限公司|Morning Star Technology (Beijing) Co., Ltd.|CN|北京市海淀区中关村大街1号
CO02|CO01|晨星科技（北京）有限公司上海分公司|Morning Star Beijing, Shanghai Branch|CN|上海市浦东新区张江路88号
CO03|CO01|深圳晨星软件有限公司|Shenzhen Morning Star Software Co., Ltd.|CN|深圳市南山区科技园南路16号
CO04|CO01|晨星（香港）有限公司|Morning Star (Hong Kong) Limited|HK|香港中环皇后大道中99号
CO05|CO04||Morning Star Pte. Ltd.|SG|1 Raffles Quay, Singapore
";

/// Adds offices and legal entities.
pub(crate) fn fill(company: &mut Company) {
    let code_of = |row: &[&'static str; 10]| row[0];
    for (at, row) in rows::<10>(OFFICES).enumerate() {
        let [code, parent, zh, en, country, province, city, street, western, post] = row;
        let usage = if western.is_empty() { "geographical_division" } else { "work_location" };
        company.locations.push(Location {
            id: id(kind::LOCATION, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: code == CLOSED,
            parent: nth_of(kind::LOCATION, rows(OFFICES).map(|row| code_of(&row)), parent),
            effective: "2019-01-01".to_owned(),
            usages: vec![usage.to_owned()],
            country: world::country(country),
            province: world::province(province),
            city: world::city(city),
            street: Name::new(street, western),
            postal_code: post.to_owned(),
            working_hours_type: id(kind::WORKING_HOURS, 1),
        });
    }
    for (at, [code, parent, zh, en, country, address]) in rows(ENTITIES).enumerate() {
        let codes = rows::<6>(ENTITIES).map(|row| row[0]);
        company.companies.push(LegalEntity {
            id: id(kind::COMPANY, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: false,
            parent: nth_of(kind::COMPANY, codes, parent),
            effective: "2018-06-01".to_owned(),
            branch: zh.contains("分公司"),
            country: world::country(country),
            address: Name::new(address, ""),
            postal_code: "100080".to_owned(),
        });
    }
}
