//! Surnames of China, as far as they tell whether ideographs are somebody's name: those of nearly
//! everybody, none that begins as many other words.
//!
//! Must not know: what a name may be otherwise.

/// One ideograph each.
const SINGLE: &str = "\
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁\
    任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严\
    莫孔汤赖邢伍施樊兰殷翟倪康温牛葛乔柴庄洪俞章詹柯梅邬骆裴霍喻娄戚窦岑聂辛阮甄褚卫尤奚瞿鲁费岳\
    張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣餘葉魏蘇呂盧鍾譚陸範賈鄒龍賀顧龔萬錢嚴湯賴蘭溫喬莊聶衛";

/// Of two ideographs.
const DOUBLE: [&str; 16] = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙",
    "令狐", "慕容", "司徒", "夏侯",
];

/// Whether ideographs begin as a name does, and are no surname alone.
pub(crate) fn begin(name: &str) -> bool {
    if let Some(surname) = DOUBLE.iter().find(|surname| name.starts_with(**surname)) {
        return name.len() > surname.len();
    }
    name.chars().next().is_some_and(|first| SINGLE.contains(first))
}

/// Whether ideographs are a surname of two of them.
pub(crate) fn is_double(text: &str) -> bool {
    DOUBLE.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_begin_names() {
        for name in ["张三", "李小明", "欧阳明日", "張三", "诸葛亮"] {
            assert!(begin(name), "{name}");
        }
        for name in ["欧阳", "买买提", "阿卜杜拉", "", "A"] {
            assert!(!begin(name), "{name}");
        }
        assert!(!SINGLE.contains(char::is_whitespace));
    }
}
