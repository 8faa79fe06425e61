//! Traditional Chinese → simplified, for the characters that occur in headers and labels.
//!
//! Must not know: what any header means.

use std::sync::LazyLock;

/// Pairs of a traditional character and its simplified form.
const PAIRS: &str = "\
    帐账歷历經经學学業业專专職职務务號号碼码電电話话機机動动郵邮證证類类別别國国籌筹緊紧聯联\
    絡络繫系繋系戶户現现區区縣县鄉乡鎮镇畢毕開开結结時时間间離离錄录獎奖勵励項项語语種种稱称\
    級级層层資资計计評评價价連连網网鏈链帳账簡简檔档編编備备註注說说測测試试績绩實实習习應应\
    徵征選选擇择單单門门處处組组織织屬属線线營营總总監监領领導导員员階阶轉转約约過过後后預预\
    僱雇傭佣勞劳報报對对協协調调優优勢势興兴愛爱態态黨党團团參参與与財财產产創创達达運运輸输\
    術术識识認认讀读寫写聽听構构築筑設设標标題题頭头圖图樣样廣广東东臺台灣湾陸陆護护舊旧貫贯\
    鄰邻際际關关係系覽览覺觉觀观規规範范據据擔担攜携擬拟數数斷断無无舉举蓋盖藝艺藥药蘭兰補补\
    裝装複复見见視视親亲訂订記记訊讯託托訓训許许訪访詢询該该詳详誌志課课請请論论講讲謝谢變变\
    負负責责貨货貼贴費费買买賣卖質质賓宾贈赠趕赶軍军軟软載载較较輔辅輪轮辦办農农邊边還还進进\
    遠远適适遞递遷迁釋释銀银銷销錢钱鍵键長长閉闭問问閱阅隊队隨随險险隱隐雙双雜杂難难靈灵頁页\
    順顺須须頻频額额顧顾願愿顯显風风飛飞養养餘余館馆馬马驗验體体點点齡龄齊齐龍龙個个們们億亿\
    儲储內内兩两冊册則则劃划劇剧勝胜匯汇喪丧嗎吗嚴严圓圆場场壓压夠够妝妆娛娱婦妇嬰婴孫孙宮宫\
    寧宁寬宽將将屆届島岛師师幣币幫帮幹干庫库廠厂張张強强彈弹彙汇從从復复憶忆懷怀戲戏戰战掃扫\
    採采換换損损揮挥擁拥敘叙敵敌曆历會会條条槍枪樂乐樓楼權权歐欧歲岁歸归殘残殺杀氣气決决沒没\
    況况涼凉淚泪淨净減减湯汤滿满漢汉潔洁濟济灑洒為为爾尔牆墙獨独獲获環环異异當当發发盡尽盤盘\
    睜睁碩硕礎础禮礼稅税積积窮穷筆笔節节純纯紀纪納纳紙纸細细終终給给統统絕绝維维綜综緒绪緣缘\
    縮缩繳缴繼继續续罰罚義义聖圣聲声聰聪肅肃膚肤臨临艦舰莊庄華华萬万葉叶蘇苏蟲虫衛卫衝冲裏里\
    製制紹绍狀状簽签譽誉榮荣眾众衆众競竞賽赛譯译韓韩粵粤虛虚執执懲惩傷伤駕驾駛驶辭辞僑侨暫暂\
    啟启啓启徑径跡迹擊击鐘钟諮咨薦荐陰阴陽阳雲云頒颁駐驻兒儿審审憑凭檢检療疗確确饋馈佔占攤摊\
    畫画銜衔隸隶塡填暱昵潛潜誤误誠诚遲迟陳陈獻献賬账囑嘱屜屉";

/// The ideographs among which every pair is.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// The simplified form of each ideograph, by its place: every character of every name is asked for.
static SIMPLIFIED: LazyLock<Box<[char]>> = LazyLock::new(|| {
    let mut table: Box<[char]> = (FIRST..=LAST).filter_map(char::from_u32).collect();
    let mut chars = PAIRS.chars();
    while let Some((traditional, simple)) = chars.next().zip(chars.next()) {
        if let Some(place) = place(traditional).and_then(|place| table.get_mut(place)) {
            *place = simple;
        }
    }
    table
});

fn place(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()
}

/// The simplified form of a character; itself where it is in no pair.
pub(crate) fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    place(c).and_then(|place| SIMPLIFIED.get(place)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_are_pairs_and_folding_twice_changes_nothing() {
        let traditional: Vec<char> = PAIRS.chars().step_by(2).collect();
        let simple: Vec<char> = PAIRS.chars().skip(1).step_by(2).collect();
        assert_eq!(traditional.len(), simple.len());
        for (traditional, simple) in traditional.iter().zip(simple) {
            assert_eq!(simplified(*traditional), simple, "{traditional}");
        }
        assert_eq!(simplified('\u{3400}'), '\u{3400}');
        assert_eq!(simplified('\u{A000}'), '\u{A000}');
        for c in PAIRS.chars() {
            assert!(c.is_alphabetic(), "{c:?}");
            assert_eq!(simplified(simplified(c)), simplified(c), "{c}");
        }
    }

    #[test]
    fn labels_of_taiwan_and_hong_kong_are_read() {
        let fold = |text: &str| text.chars().map(simplified).collect::<String>();
        for (traditional, simple) in [
            ("姓名", "姓名"),
            ("電話號碼", "电话号码"),
            ("最高學歷", "最高学历"),
            ("畢業院校", "毕业院校"),
            ("證件類型", "证件类型"),
            ("僱傭ID", "雇佣ID"),
            ("直屬上級", "直属上级"),
            ("緊急聯絡人", "紧急联络人"),
            ("農曆生日", "农历生日"),
            ("碩士", "硕士"),
        ] {
            assert_eq!(fold(traditional), simple);
        }
    }
}
