//! The company's departments, some three hundred in a tree of depth five, and its cost centres.
//!
//! Several are alike in name, one is closed, one was renamed, one has a name in English alone, one has a `/` in its
//! name, one has blanks: a client that looks departments up by name meets here what a real tenant holds.
//!
//! Must *not* know who works there.

use super::ids::{id, kind, nth_of};
use super::name::Name;
use super::records::{Company, CostCenter, Department, Earlier};
use super::table::rows;

/// Depth (a dot each), Chinese name, English name, code. What has no code gets one by its number.
const TREE: &str = "
.研发中心|R&D Center|D-RD
..后端组|Backend|D-RD-BE
...交易平台|Trading Platform
....订单小组
....支付小组
....清结算小组
...用户平台|User Platform
....账号小组
....会员小组
...基础架构|Infrastructure
....存储小组
....中间件小组
....服务治理小组
..前端组|Frontend|D-RD-FE
...Web 前端
...小程序
...组件库
..移动端组|Mobile|D-RD-MB
...iOS 组
...Android 组
...鸿蒙组
..测试组|Quality|D-RD-QA
...功能测试
...性能/安全测试
...测试开发
..数据智能部|Data Intelligence|D-RD-DI
...数据平台组
....离线计算小组
....实时计算小组
...算法组
....推荐小组
....搜索小组
...大模型 平台 组|LLM Platform
..安全部|Security|D-RD-SEC
...应用安全组
...数据安全组
..区块链实验室|Blockchain Lab|D-RD-LAB
..综合部
.产品中心|Product Center|D-PD
..平台产品部
...商家产品组
...用户产品组
..商业化产品部
...广告产品组
...增值服务组
..设计部|Design
...视觉设计组
...交互设计组
...用户研究组
.市场中心|Marketing Center|D-MK
..品牌部
...公关组
...内容组
...新媒体组
..增长部
...投放组
...渠道组
..市场活动部
..综合部
.销售中心|Sales Center|D-SA
.客户成功中心|Customer Success Center|D-CS
..实施交付部
...交付一组
...交付二组
..客服部
...热线组
...在线组
..续约部
.人力资源中心|People Center|D-HR
..招聘部
...社会招聘组
...校园招聘组
..薪酬绩效部
..组织发展部
..员工关系部
..HRBP 组
.财务中心|Finance Center|D-FI
..会计核算部
...应收组
...应付组
..财务分析部
..税务部
..资金部
.法务合规部|Legal & Compliance|D-LE
..合同组
..知识产权组
..合规组
.供应链中心|Supply Chain Center|D-SC
..采购部
..仓储物流部
...华北仓
...华东仓
...华南仓
..质量部
.海外事业部|International|D-IN
..东南亚业务组|Southeast Asia
..日韩业务组|Japan & Korea
..|Global Operations|D-IN-GO
...|Payments & Compliance
..北美业务组|North America
.行政中心|Administration Center|D-AD
..北京行政
..上海行政
..深圳行政
..综合部
.战略投资部|Strategy & Investment|D-ST
.总裁办|CEO Office|D-CEO
";

/// The sales regions with their offices; each office has the same departments, each of these the same teams.
const SALES: &str = "
华北大区|North|北京办事处 天津办事处 石家庄办事处 太原办事处
华东大区|East|上海办事处 杭州办事处 南京办事处 苏州办事处
华南大区|South|深圳办事处 广州办事处 厦门办事处 东莞办事处
西部大区|West|成都办事处 重庆办事处 西安办事处 昆明办事处
";
const SALES_DEPARTMENTS: [&str; 4] = ["大客户部", "渠道部", "中小客户部", "售前支持部"];
const SALES_TEAMS: [&str; 2] = ["一组", "二组"];

/// What was closed.
const CLOSED: &str = "D-RD-LAB";
/// What was renamed, its former name, and the day.
const RENAMED: (&str, &str, &str) = ("D-RD-DI", "大数据部", "2025-07-01");

/// Code, the one above, Chinese name, English name.
const COST_CENTERS: &str = "
CC-00||集团成本|Group
CC-RD|CC-00|研发成本|R&D
CC-RD-01|CC-RD|后端研发成本|Backend
CC-RD-02|CC-RD|前端研发成本|Frontend
CC-RD-03|CC-RD|测试成本|Quality
CC-RD-04|CC-RD|数据智能成本|Data
CC-PD|CC-00|产品成本|Product
CC-MK|CC-00|市场成本|Marketing
CC-MK-01|CC-MK|品牌成本|Brand
CC-MK-02|CC-MK|投放成本|Ads
CC-SA|CC-00|销售成本|Sales
CC-SA-01|CC-SA|华北销售成本|Sales North
CC-SA-02|CC-SA|华东销售成本|Sales East
CC-SA-03|CC-SA|华南销售成本|Sales South
CC-SA-04|CC-SA|西部销售成本|Sales West
CC-CS|CC-00|客户成功成本|Customer Success
CC-HR|CC-00|人力资源成本|People
CC-FI|CC-00|财务成本|Finance
CC-LE|CC-00|法务成本|Legal
CC-SC|CC-00|供应链成本|Supply Chain
CC-IN|CC-00|海外成本|International
CC-AD|CC-00|行政成本|Administration
CC-OLD|CC-00|旧成本中心（停用）|Old
";

/// The departments in which everybody must have a job, or a position.
const STAFFED: &[(&str, &str)] = &[("D-FI", "job"), ("D-LE", "position")];

/// Adds cost centres and departments.
pub(crate) fn fill(company: &mut Company) {
    for (at, [code, parent, zh, en]) in rows(COST_CENTERS).enumerate() {
        company.cost_centers.push(CostCenter {
            id: id(kind::COST_CENTER, at as u64 + 1),
            code: code.to_owned(),
            name: Name::new(zh, en),
            inactive: code == "CC-OLD",
            parent: nth_of(kind::COST_CENTER, rows::<4>(COST_CENTERS).map(|row| row[0]), parent),
            effective: "2023-01-01".to_owned(),
            managers: Vec::new(),
        });
    }
    let mut tree = Tree { company, above: Vec::new() };
    tree.add(0, "晨星科技", "Morning Star", "D-00");
    for [name, en, code] in rows(TREE) {
        let zh = name.trim_start_matches('.');
        tree.add(name.len() - zh.len(), zh, en, code);
        if code == "D-SA" {
            tree.add_sales();
        }
    }
}

struct Tree<'c> {
    company: &'c mut Company,
    /// Where the next one hangs: the root, and the last of each depth below it.
    above: Vec<usize>,
}

impl Tree<'_> {
    fn add(&mut self, depth: usize, zh: &str, en: &str, code: &str) {
        let nth = self.company.departments.len();
        self.above.truncate(depth);
        let parent = self.above.last().and_then(|at| self.company.departments.get(*at));
        let code = if code.is_empty() { format!("D{nth:04}") } else { code.to_owned() };
        let cost_center = code.strip_prefix("D-").and_then(|part| {
            self.company.cost_centers.iter().find(|own| own.code == format!("CC-{part}"))
        });
        let mut department = Department {
            id: id(kind::DEPARTMENT, nth as u64 + 1),
            name: Name::new(zh, en),
            inactive: code == CLOSED,
            parent: parent.map_or_else(String::new, |parent| parent.id.clone()),
            effective: "2020-01-01".to_owned(),
            earlier: Vec::new(),
            sub_type: ["division", "division", "department"]
                .get(depth)
                .map_or("group", |sub_type| sub_type)
                .to_owned(),
            manager: String::new(),
            cost_center: cost_center
                .map(|own| own.id.clone())
                .or_else(|| parent.map(|parent| parent.cost_center.clone()))
                .unwrap_or_default(),
            staffing_model: STAFFED
                .iter()
                .find(|(own, _)| *own == code)
                .map_or_else(String::new, |(_, model)| (*model).to_owned()),
            code,
        };
        if department.code == RENAMED.0 {
            let founded = std::mem::replace(&mut department.effective, RENAMED.2.to_owned());
            let before = Earlier { name: Name::new(RENAMED.1, ""), effective: founded };
            department.earlier = vec![before];
        }
        self.company.departments.push(department);
        self.above.push(nth);
    }

    fn add_sales(&mut self) {
        for [region, en, offices] in rows(SALES) {
            self.add(2, region, en, "");
            for office in offices.split(' ') {
                self.add(3, office, "", "");
                for department in SALES_DEPARTMENTS {
                    self.add(4, department, "", "");
                    for team in SALES_TEAMS {
                        self.add(5, team, "", "");
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_tree_holds_what_real_tenants_hold() {
        let company = Company::morning_star();
        let all = &company.departments;
        assert!((280..330).contains(&all.len()), "{}", all.len());
        let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
        for department in all {
            let above = depths.get(department.parent.as_str());
            assert_eq!(above.is_none(), department.parent.is_empty(), "{department:?}");
            depths.insert(&department.id, above.map_or(0, |depth| depth + 1));
        }
        assert_eq!(depths.values().max(), Some(&5));
        let count = |test: &dyn Fn(&Department) -> bool| all.iter().filter(|own| test(own)).count();
        assert_eq!(count(&|own| own.parent.is_empty()), 1);
        assert_eq!(count(&|own| own.name.is("综合部")), 3);
        assert_eq!(count(&|own| own.inactive), 1);
        assert_eq!(count(&|own| !own.earlier.is_empty()), 1);
        assert!(count(&|own| own.name.zh.is_empty()) >= 1);
        assert!(count(&|own| own.name.zh.contains('/')) >= 1);
        assert!(count(&|own| own.name.zh.contains(' ')) >= 1);
        let codes: std::collections::BTreeSet<&str> =
            all.iter().map(|own| own.code.as_str()).collect();
        assert_eq!(codes.len(), all.len());
    }
}
