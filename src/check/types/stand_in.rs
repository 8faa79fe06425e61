//! Characters that stand in for an ideograph and look the same: what is copied out of a PDF holds
//! radicals (⼤, ⻓), what comes from Korean, Japanese or Taiwanese character sets holds compatibility
//! ideographs (U+F9B4).
//!
//! Unicode relates them in three ways. Compatibility ideographs (U+F900 to U+FAD9, U+2F800 to U+2FA1D)
//! are canonically equivalent to their ideograph, so that whoever normalises a text changes them; the
//! twelve among them that are ideographs of their own (U+FA0E, U+FA11 and so on) are equivalent to
//! nothing, and sound. Kangxi radicals (U+2F00 to U+2FD5) are compatibility equivalents. Most of the
//! supplementary radicals (U+2E80 to U+2EF3) are only said to look like theirs
//! (`EquivalentUnifiedIdeograph.txt`).
//!
//! Must not know: which field a text is for.

use unicode_normalization::UnicodeNormalization as _;

use super::Notes;
use super::clean::code_point;
use crate::problem::{Code, Complaint};

/// Supplementary radicals, each before its ideograph, in the order of their code points.
const RADICALS: &str = "\
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳\
    ⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫\
    ⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌\
    ⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝\
    ⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风\
    ⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯\
    ⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The ideograph that a character stands in for.
pub(super) fn ideograph_of(c: char) -> Option<char> {
    match c {
        '\u{2E80}'..='\u{2EF3}' => {
            let mut pairs = RADICALS.chars();
            std::iter::from_fn(|| pairs.next().zip(pairs.next()))
                .find_map(|(radical, ideograph)| (radical == c).then_some(ideograph))
        }
        '\u{2F00}'..='\u{2FD5}' | '\u{F900}'..='\u{FAD9}' | '\u{2F800}'..='\u{2FA1D}' => {
            std::iter::once(c).nfkc().next().filter(|ideograph| *ideograph != c)
        }
        _ => None,
    }
}

/// The text with the ideographs that are meant, which is told; none where no character stands in for
/// another.
pub(super) fn replaced(text: &str, notes: &mut Notes) -> Option<String> {
    let (c, ideograph) = text.chars().find_map(|c| Some((c, ideograph_of(c)?)))?;
    let told = [c.to_string(), code_point(c), ideograph.to_string()];
    notes.warn(Complaint::with(Code::RepairedStandIn, told));
    Some(text.chars().map(|c| ideograph_of(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_for_an_ideograph_that_stands_for_itself() {
        let all = ['\u{2E80}'..='\u{2FDF}', '\u{F900}'..='\u{FAFF}', '\u{2F800}'..='\u{2FA1F}'];
        let found = all.into_iter().flatten().filter_map(|c| Some((c, ideograph_of(c)?)));
        let mut count = 0;
        for (c, ideograph) in found {
            assert!(crate::check::types::han::is_han(ideograph), "{c:?} {ideograph:?}");
            assert_eq!(ideograph_of(ideograph), None, "{c:?}");
            count += 1;
        }
        // 114 supplementary radicals, 214 of Kangxi, 460 and 542 compatibility ideographs.
        assert_eq!(count, 114 + 214 + 460 + 542);
        let mut radicals = RADICALS.chars().step_by(2);
        assert!(
            radicals.clone().is_sorted()
                && radicals.all(|c| ('\u{2E81}'..='\u{2EF3}').contains(&c))
        );
    }

    #[test]
    fn the_twelve_that_are_ideographs_of_their_own_are_sound() {
        for c in "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩".chars() {
            assert_eq!(ideograph_of(c), None, "{c}");
        }
        for (text, want) in
            [("上海⼤学", "上海大学"), ("⻓沙", "长沙"), ("\u{F9B4}", "領"), ("\u{2F800}", "丽")]
        {
            assert_eq!(replaced(text, &mut Notes::default()).as_deref(), Some(want));
        }
        assert_eq!(replaced("上海大学", &mut Notes::default()), None);
    }
}
