//! Bytes → text: which encoding a file is in, and reading it as UTF-8 piece by piece.
//!
//! The order is BOM, UTF-16 by its NUL bytes, the whole file strictly as UTF-8, the whole file
//! strictly as GB18030 that is Chinese (`ideographs`); what is none of them must be named by the user.
//! A file that begins as nothing but UTF-8 could is not looked through beforehand: if it is something
//! else further on, it is damaged, which is told where it is read. Bytes that do not decode where the
//! encoding was given, or a BOM claimed it, become U+FFFD, which `cells` turns into a fault of the
//! cell: nothing is replaced in silence.
//!
//! Must not know: delimiters, quotes, rows.

use std::fs::File;
use std::io::{self, Read, Seek};

use encoding_rs::{
    Decoder, DecoderResult, Encoding, GB18030, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE,
};

use super::evidence::Evidence;
use super::ideographs::Ideographs;
use super::roman;
use super::sniff::{HEAD, Wide, wide};
use crate::problem::{Code, Complaint};

/// Names that an error offers.
const COMMON: &str = "utf-8, gb18030 (gbk, gb2312), utf-16le, utf-16be, big5, shift_jis, euc-kr, windows-1252, macintosh";
/// Bytes read at once: large enough that a read costs nothing, small enough for any machine.
const PIECE: usize = 64 * 1024;
/// So many characters of well-formed multi-byte UTF-8 before the first wrong byte: a damaged
/// UTF-8 file, not GB18030 by chance.
const SURELY_UTF8: usize = 8;

/// How a file is read as text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// The encoding.
    pub(super) encoding: &'static Encoding,
    /// Whether a byte order mark named it.
    pub(super) bom: bool,
    /// Whether it was found out by the file's beginning alone: all of it must be so.
    pub(super) by_beginning: bool,
}

/// Choose the encoding of `file`, whose first bytes are `head`; with the grounds.
pub(super) fn choose(
    file: &mut File,
    head: &[u8],
    named: Option<&str>,
) -> io::Result<Result<(Choice, Evidence), Complaint>> {
    let named = match named.map(find).transpose() {
        Ok(named) => named,
        Err(complaint) => return Ok(Err(complaint)),
    };
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(Ok(chosen(
            encoding,
            true,
            "文件以 BOM 开头",
            "a byte order mark begins the file",
        )));
    }
    if let Some(encoding) = named {
        return Ok(Ok(chosen(encoding, false, "由 --encoding 指定", "given by --encoding")));
    }
    if let Some(wide) = wide(head) {
        let encoding = if wide == Wide::Little { UTF_16LE } else { UTF_16BE };
        let (zh, en) =
            ("ASCII 字符隔一个字节为 0", "every other byte of its ASCII characters is 0");
        return Ok(Ok(chosen(encoding, false, zh, en)));
    }
    if let Some(count) = begins_as_utf8(head) {
        return Ok(Ok(by_beginning(count)));
    }
    let utf8 = match utf8(file)? {
        Fit::Misfit(misfit) => misfit,
        Fit::Whole(0) => {
            let (zh, en) =
                ("全是 ASCII 字符，按任何编码都一样", "ASCII only, alike in any encoding");
            return Ok(Ok(chosen(UTF_8, false, zh, en)));
        }
        Fit::Whole(count) => {
            let zh = format!("{count} 个非 ASCII 字符全部合乎 UTF-8");
            let en = format!("all {count} characters beyond ASCII are well-formed");
            return Ok(Ok(chosen(UTF_8, false, &zh, &en)));
        }
    };
    if utf8.foreign >= SURELY_UTF8 || is_mostly_utf8(file)? {
        return Ok(Err(Complaint::with(Code::EncodingBroken, [utf8.line.to_string()])));
    }
    let gb = match first_error(file, GB18030)? {
        Fit::Misfit(misfit) => misfit,
        Fit::Whole(_) => {
            let found = Ideographs::of(file)?;
            if !found.are_chinese(file, |file| guess(file, None))? {
                return Ok(Err(Complaint::with(Code::EncodingDoubtful, [guess(file, None)?])));
            }
            let (line, common, rare) = (utf8.line, found.common(), found.rare());
            let zh =
                format!("第 {line} 行起不是 UTF-8；{common} 个字是常用汉字，{rare} 个是生僻字");
            let en = format!(
                "not UTF-8 from line {line} on; {common} characters read as common Chinese, {rare} as rare"
            );
            return Ok(Ok(chosen(GB18030, false, &zh, &en)));
        }
    };
    let args = [utf8.line.to_string(), gb.line.to_string(), guess(file, Some(b"cn"))?.to_owned()];
    Ok(Err(Complaint::with(Code::EncodingUndetected, args)))
}

fn chosen(encoding: &'static Encoding, bom: bool, zh: &str, en: &str) -> (Choice, Evidence) {
    let name = encoding.name();
    let evidence = Evidence::new(format!("{name}：{zh}"), format!("{name}: {en}"));
    (Choice { encoding, bom, by_beginning: false }, evidence)
}

/// The encoding of that name; GBK and GB2312 are read as GB18030, which holds them.
fn find(name: &str) -> Result<&'static Encoding, Complaint> {
    let alias = match name.trim().to_ascii_lowercase().as_str() {
        "utf16" | "utf-16" | "utf16le" | "unicode" => "utf-16le",
        "utf16be" => "utf-16be",
        "utf8" | "utf-8-sig" | "utf8-sig" => "utf-8",
        "cp936" | "936" | "ansi" | "gb" => "gb18030",
        "cp950" | "950" => "big5",
        "latin-1" => "latin1",
        "mac" | "macroman" | "mac-roman" | "mac_roman" => "macintosh",
        other => return lookup(other, name),
    };
    lookup(alias, name)
}

fn lookup(label: &str, given: &str) -> Result<&'static Encoding, Complaint> {
    match Encoding::for_label_no_replacement(label.as_bytes()) {
        Some(encoding) if encoding == encoding_rs::GBK => Ok(GB18030),
        Some(encoding) if encoding != encoding_rs::X_USER_DEFINED => Ok(encoding),
        Some(_) | None => Err(Complaint::with(Code::EncodingUnknown, [given, COMMON])),
    }
}

/// Whether a file is what it was tried as.
enum Fit {
    /// All of it, with so many characters beyond ASCII.
    Whole(usize),
    /// Not from there on.
    Misfit(Misfit),
}

/// Where a file stops being what it was tried as.
struct Misfit {
    /// Line of the file, from 1.
    line: u64,
    /// Characters beyond ASCII that decoded before.
    foreign: usize,
}

/// UTF-8, as so many characters at the file's beginning say.
fn by_beginning(count: usize) -> (Choice, Evidence) {
    let zh = format!("开头 {count} 个非 ASCII 字符全部合乎 UTF-8");
    let en = format!("the first {count} characters beyond ASCII are well-formed");
    let (choice, evidence) = chosen(UTF_8, false, &zh, &en);
    (Choice { by_beginning: true, ..choice }, evidence)
}

/// How many characters beyond ASCII the first bytes of a long file hold, if there are so many that it
/// can be nothing but UTF-8.
fn begins_as_utf8(head: &[u8]) -> Option<usize> {
    let valid = Encoding::utf8_valid_up_to(head);
    let foreign = count(&head[..valid], |byte| byte >= 0xC0);
    // At most three bytes of a character may still be to come.
    let is_so = head.len() == HEAD && head.len() - valid <= 3 && foreign >= SURELY_UTF8;
    is_so.then_some(foreign)
}

/// Whether a file is UTF-8. Nearly every file is: it is looked at without being read as text.
fn utf8(file: &mut File) -> io::Result<Fit> {
    file.rewind()?;
    let mut piece = vec![0u8; PIECE];
    let (mut kept, mut foreign) = (0, 0);
    loop {
        let read = match file.read(&mut piece[kept..]) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let bytes = &piece[..kept + read];
        let valid = Encoding::utf8_valid_up_to(bytes);
        // At most three bytes of a character may still be to come.
        if bytes.len() - valid > 3 || read == 0 && valid < bytes.len() {
            return first_error(file, UTF_8);
        }
        // Each has one byte that begins it.
        foreign += count(&bytes[..valid], |byte| byte >= 0xC0);
        if read == 0 {
            return Ok(Fit::Whole(foreign));
        }
        let end = kept + read;
        piece.copy_within(valid..end, 0);
        kept = end - valid;
    }
}

fn first_error(file: &mut File, encoding: &'static Encoding) -> io::Result<Fit> {
    file.rewind()?;
    let mut transcoder = Transcoder::new(file, encoding);
    let mut text = String::new();
    let mut misfit = Misfit { line: 1, foreign: 0 };
    while transcoder.fill(&mut text)? {
        misfit.line += count(text.as_bytes(), |byte| byte == b'\n') as u64;
        // Each has one byte that begins it.
        misfit.foreign += count(text.as_bytes(), |byte| byte >= 0xC0);
        if transcoder.malformed {
            misfit.foreign = misfit.foreign.saturating_sub(1);
            return Ok(Fit::Misfit(misfit));
        }
        text.clear();
    }
    Ok(Fit::Whole(misfit.foreign))
}

/// Whether nearly every line beyond ASCII is UTF-8, and a few are not: somebody has pasted them in. Of GBK
/// hardly a line has three bytes that could be a character of UTF-8.
fn is_mostly_utf8(file: &mut File) -> io::Result<bool> {
    file.rewind()?;
    let mut transcoder = Transcoder::new(file, UTF_8);
    let mut text = String::new();
    let (mut sound, mut broken) = (0_u64, 0_u64);
    let (mut is_sound, mut is_broken) = (false, false);
    while transcoder.fill(&mut text)? {
        for c in text.chars() {
            match c {
                '\u{FFFD}' => is_broken = true,
                '\n' => {
                    broken += u64::from(is_broken);
                    sound += u64::from(is_sound && !is_broken);
                    (is_sound, is_broken) = (false, false);
                }
                c => is_sound |= c.len_utf8() > 2,
            }
        }
        text.clear();
    }
    broken += u64::from(is_broken);
    sound += u64::from(is_sound && !is_broken);
    Ok(sound > 1 && sound >= 2 * broken)
}

/// How many bytes are so. Blocks whose count fits a byte are counted many bytes at once.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let in_block = |block: &[u8]| block.iter().fold(0_u8, |n, b| n.wrapping_add(u8::from(is(*b))));
    bytes.chunks(usize::from(u8::MAX)).map(|block| usize::from(in_block(block))).sum()
}

/// What the file looks like: for messages, and against what else speaks for Chinese; a guess alone is not
/// good enough for names.
fn guess(file: &mut File, country: Option<&[u8]>) -> io::Result<&'static str> {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    file.rewind()?;
    let mut sample = Vec::new();
    file.take(1024 * 1024).read_to_end(&mut sample)?;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&sample, true);
    let guess = detector.guess(country, Utf8Detection::Deny);
    // No guess of the library's is that.
    Ok(if roman::is_mac(&sample) { MACINTOSH.name() } else { guess.name() })
}

/// Reads bytes of any encoding as UTF-8, in bounded memory.
pub(super) struct Transcoder<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    at: usize,
    ended: bool,
    flushed: bool,
    /// Bytes that do not decode were met by the last `fill`.
    malformed: bool,
}

impl<R: Read> Transcoder<R> {
    /// A reader that starts at the source's first byte; a byte order mark is left out.
    pub(super) fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::new(),
            at: 0,
            ended: false,
            flushed: false,
            malformed: false,
        }
    }

    /// Whether bytes that do not decode were met by the last `fill`.
    pub(super) const fn is_malformed(&self) -> bool {
        self.malformed
    }

    /// Append the next piece to `text`; false once there is no more. Stops after each U+FFFD that
    /// stands for bytes that do not decode.
    pub(super) fn fill(&mut self, text: &mut String) -> io::Result<bool> {
        self.malformed = false;
        let before = text.len();
        while text.len() == before && !self.flushed {
            if self.at == self.raw.len() && !self.ended {
                self.read_piece()?;
            }
            text.reserve(PIECE + 64);
            let (result, read) = self.decoder.decode_to_string_without_replacement(
                &self.raw[self.at..],
                text,
                self.ended,
            );
            self.at += read;
            match result {
                DecoderResult::InputEmpty => self.flushed = self.ended,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(_, _) => {
                    self.malformed = true;
                    text.push('\u{FFFD}');
                }
            }
        }
        Ok(text.len() > before)
    }

    fn read_piece(&mut self) -> io::Result<()> {
        self.raw.resize(PIECE, 0);
        self.at = 0;
        let length = loop {
            match self.source.read(&mut self.raw) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.raw.truncate(*length.as_ref().unwrap_or(&0));
        self.ended = length? == 0;
        Ok(())
    }
}
