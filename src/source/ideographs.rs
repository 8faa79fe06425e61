//! Whether what reads as GB18030 is Chinese. Two bytes of nearly any other encoding make a character there:
//! Hangul of EUC-KR become common ideographs, letters of Cyrillic rarer ones.
//!
//! Must not know: what becomes of the file.

use std::fs::File;
use std::io::{self, Read, Seek};

use encoding_rs::{EUC_KR, Encoding, GB18030};

/// Bytes read at once.
const PIECE: usize = 64 * 1024;
/// So many characters before their kind says anything.
const ENOUGH: u64 = 4;
/// What files in Cyrillic look like.
const CYRILLIC: &[&str] =
    &["windows-1251", "KOI8-U", "KOI8-R", "ISO-8859-5", "IBM866", "x-mac-cyrillic"];

/// How many characters of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ideographs {
    /// Signs of GB 2312.
    signs: u64,
    /// Ideographs of its first level up to the row in which the Hangul of EUC-KR end, and after it.
    early: u64,
    late: u64,
    /// Those of its second level, and what is beyond.
    second: u64,
    /// What GB 2312 does not have.
    rare: u64,
}

impl Ideographs {
    /// Count those of a file.
    pub(super) fn of(file: &mut File) -> io::Result<Self> {
        file.rewind()?;
        let mut piece = vec![0u8; PIECE];
        let mut found = Self::default();
        let (mut lead, mut skip) = (None, 0u8);
        loop {
            let read = match file.read(&mut piece) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if read == 0 {
                return Ok(found);
            }
            for byte in &piece[..read] {
                match (lead, *byte) {
                    _ if skip > 0 => skip -= 1,
                    (None, ..0x81) => {}
                    (None, first) => lead = Some(first),
                    (Some(first), second) => {
                        lead = None;
                        found.add(first, second);
                        skip = if second < 0x40 { 2 } else { 0 };
                    }
                }
            }
        }
    }

    const fn add(&mut self, first: u8, second: u8) {
        let count = match (first, second) {
            (..0xA1, _) | (_, ..0xA1) => &mut self.rare,
            (..0xB0, _) => &mut self.signs,
            (..0xC9, _) => &mut self.early,
            (..0xD8, _) => &mut self.late,
            _ => &mut self.second,
        };
        *count += 1;
    }

    /// Those of GB 2312.
    pub(super) const fn common(self) -> u64 {
        self.signs + self.early + self.late + self.second
    }

    /// The others.
    pub(super) const fn rare(self) -> u64 {
        self.rare
    }

    /// Whether so many of each kind are Chinese, of a file that else looks like what `guess` says. Two of
    /// three must be common: `Müller` in Latin-1 is well-formed GB18030 (`M黮ler`), and so is most Big5, of
    /// whose second bytes four in ten are below 0x80. Four in ten ideographs of Chinese come after the
    /// last of Hangul, and hardly one in ten is of the second level, as every other pair of Cyrillic is.
    pub(super) fn are_chinese(
        self,
        file: &mut File,
        guess: impl FnOnce(&mut File) -> io::Result<&'static str>,
    ) -> io::Result<bool> {
        if self.common() < 2 * self.rare {
            return Ok(false);
        }
        if self.early >= ENOUGH && self.late + self.second == 0 {
            return Ok(!is_korean(file)?);
        }
        let every_other = self.second * 2 >= self.early + self.late;
        Ok(self.second < ENOUGH || !every_other || !CYRILLIC.contains(&guess(file)?))
    }
}

/// Whether the first pages of a file have more of the commonest syllables of Korean than of the commonest
/// ideographs up to the row in which they end.
fn is_korean(file: &mut File) -> io::Result<bool> {
    file.rewind()?;
    let mut sample = Vec::new();
    file.take(PIECE as u64).read_to_end(&mut sample)?;
    let of = |encoding: &'static Encoding, common: &str| {
        let (text, _) = encoding.decode_without_bom_handling(&sample);
        text.chars().filter(|c| common.contains(*c)).count()
    };
    Ok(of(EUC_KR, HANGUL) > of(GB18030, EARLY))
}

/// Of names, addresses, schools and the words above them.
const HANGUL: &str = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지\
    수영희훈현준경미은철호동재상석순옥숙대학교울산부인천광시도구로길번름소화일생년월명회사장원무과팀";
const EARLY: &str = "陈李刘黄林高郭何胡江金黎梁马贾白曹程丁杜范方冯傅龚顾韩洪侯红华海佳建杰静军刚丽玲明敏\
    梅兰娟慧辉国大北广部技公法工管计经会理科机教本电地东发和家开立利力老美民南平凯宏浩恒光桂贵花冬东飞凤富刚冰斌波博昌超成春聪翠";
