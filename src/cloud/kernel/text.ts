/**
 * Sets words in fonts, character by character: from text to glyphs and the box of their ink. What of a font is asked for
 * is brought here by ../kernel-fonts.ts and stays.
 *
 * A font is 32 bytes: format, address and end of its character map (as in the file), address of its glyphs and their number,
 * units in an em (64-bit float). Of each glyph there is an integer: 0 as long as it was not asked for, {@link WANTED} from
 * then on until it is here, then its address. A glyph has advance, left, bottom, right and top in units (64-bit floats); its
 * outline follows, as ./raster.ts reads it.
 */
import { f64At, fillBytes, greater, i32At, lesser, setF64, setI32, u8At } from './memory.js';

const WANTED: i32 = -1;

/** What stands before the outline of a glyph. */
export const METRICS_BYTES: i32 = 40;

/** Bytes of a font. */
export const FONT_BYTES: i32 = 32;

/** Bytes of a word; see {@link setWords}. */
export const WORD_BYTES: i32 = 120;

/** Bytes of a glyph of a word: address of its outline, and where it stands in ems (64-bit float). */
export const GLYPH_BYTES: i32 = 16;

const NEW_LINE: i32 = 10;

/** So many characters are remembered, each of which displaces another with the same lowest bits. */
const KNOWN: i32 = 512;

/** Bytes for them. */
export const KNOWN_BYTES: i32 = 16 * KNOWN;

// The fonts in the order in which they are asked.
let fonts: i32 = 0;
let fontsEnd: i32 = 0;

/** Characters that were asked for, 4 integers each: code point, {@link glyphAt}, {@link drawn}, {@link drawnIndex}. */
let known: i32 = 0;

/** Where {@link next} goes on. */
let at: i32 = 0;

/**
 * @param list  addresses of the fonts, of which the first that has a character draws it
 * @param memory  {@link KNOWN_BYTES} that stay as long as the fonts are used
 */
export function useFonts(list: i32, count: i32, memory: i32): void {
  fonts = list;
  fontsEnd = list + 4 * count;
  known = memory;
  fillBytes(memory, 0xff, KNOWN_BYTES);
}

/** The code point at {@link at}, which moves behind it; the text is well-formed UTF-8. */
function next(): i32 {
  const first = u8At(at++);
  if (first < 0x80) return first;
  let rest: i32 = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  let codePoint: i32 = first & (0x3f >> rest);
  for (; rest > 0; rest--) codePoint = (codePoint << 6) | (u8At(at++) & 0x3f);
  return codePoint;
}

/**
 * Whether a character may be part of something that only ../font/glyph-run.ts can set: emoji, what has no ink, what stands
 * for half of a pair. A few others are taken for such.
 */
function isSpecial(codePoint: i32): boolean {
  if (codePoint < 0xa0) return codePoint < 0x20 || codePoint >= 0x7f;
  if (codePoint < 0x200b) return codePoint === 0xad;
  if (codePoint < 0x2070)
    return codePoint < 0x2010 || codePoint >= 0x2060 || isBetween(codePoint, 0x202a, 0x202e);
  if (codePoint < 0xfe00) return codePoint === 0x20e3 || isBetween(codePoint, 0x231a, 0x2b55);
  if (codePoint < 0x10000) return codePoint < 0xfe10 || codePoint === 0xfeff || codePoint >= 0xfffd;
  return isBetween(codePoint, 0x1f000, 0x1ffff) || codePoint >= 0xe0000;
}

function isBetween(value: i32, from: i32, to: i32): boolean {
  return value >= from && value <= to;
}

function u16At(address: i32): i32 {
  return (u8At(address) << 8) | u8At(address + 1);
}

function u32At(address: i32): i32 {
  return (u16At(address) << 16) | u16At(address + 2);
}

/** The glyph of a code point, 0 if the font has none. @see OpenType specification, `cmap`, formats 4 and 12 */
function glyphOf(font: i32, codePoint: i32): i32 {
  const map = i32At(font + 4);
  const long = i32At(font) === 12;
  if (!long && codePoint > 0xffff) return 0;
  const doubled = long ? 0 : u16At(map + 6);
  const starts = long ? map + 16 : map + 16 + doubled;
  let low: i32 = 0;
  let high: i32 = (long ? u32At(map + 12) : doubled >> 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = long ? u32At(starts + 12 * middle) : u16At(starts + 2 * middle);
    if (start <= codePoint) low = middle + 1;
    else high = middle - 1;
  }
  if (high < 0) return 0;
  if (long) {
    const group = starts + 12 * high;
    return codePoint > u32At(group + 4) ? 0 : u32At(group + 8) + codePoint - u32At(group);
  }
  if (codePoint > u16At(map + 14 + 2 * high)) return 0;
  const delta = u16At(starts + doubled + 2 * high);
  const rangeAt = starts + 2 * doubled + 2 * high;
  const range = u16At(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyphAt = rangeAt + range + 2 * (codePoint - u16At(starts + 2 * high));
  if (glyphAt + 2 > i32At(font + 8)) return 0;
  const glyph = u16At(glyphAt);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

let drawn: i32 = 0;
let drawnIndex: i32 = 0;

/**
 * Where the integer of a character's glyph is; {@link drawn} is then its font. 0 if no font has it, or others must set it: they
 * complain too of what lies outside of a font.
 */
function glyphAt(codePoint: i32): i32 {
  const entry = known + 16 * (codePoint & (KNOWN - 1));
  if (i32At(entry) !== codePoint) {
    setI32(entry, codePoint);
    setI32(entry + 4, isSpecial(codePoint) ? 0 : seekGlyph(codePoint));
    setI32(entry + 8, drawn);
    setI32(entry + 12, drawnIndex);
  }
  drawn = i32At(entry + 8);
  drawnIndex = i32At(entry + 12);
  return i32At(entry + 4);
}

function seekGlyph(codePoint: i32): i32 {
  for (let entry = fonts; entry < fontsEnd; entry += 4) {
    const font = i32At(entry);
    const glyph = glyphOf(font, codePoint);
    if (glyph === 0) continue;
    drawn = font;
    drawnIndex = (entry - fonts) >> 2;
    if (glyph < 0 || glyph >= i32At(font + 16)) return 0;
    return i32At(font + 12) + 4 * glyph;
  }
  return 0;
}

/**
 * Lists the glyphs of a text that are not here: index of the font and glyph, two integers each.
 *
 * @param list  room for 8 bytes for each byte of the text
 * @returns how many
 */
export function missingGlyphs(text: i32, end: i32, list: i32): i32 {
  let count: i32 = 0;
  at = text;
  while (at < end) {
    const codePoint = next();
    const place = glyphAt(codePoint);
    if (place === 0 || i32At(place) !== 0) continue;
    setI32(place, WANTED);
    setI32(list + 8 * count, drawnIndex);
    setI32(list + 8 * count + 4, (place - i32At(drawn + 12)) >> 2);
    count++;
  }
  return count;
}

/**
 * Sets words, each of which ends with a line: {@link WORD_BYTES} each, with left, bottom, right and top of the ink in ems, y
 * upwards (64-bit floats), address and number of the glyphs, sine and cosine of no turn (64-bit floats), and what others fill.
 *
 * @param glyphs  room for {@link GLYPH_BYTES} for each byte of the text
 * @param specials  room for an integer for each word: the indices of those that are left to others
 * @returns how many are left to others; -1 if the text has not `count` lines
 */
export function setWords(text: i32, end: i32, words: i32, count: i32, glyphs: i32, specials: i32): i32 {
  let special: i32 = 0;
  let glyph = glyphs;
  let word = words;
  at = text;
  for (let index: i32 = 0; index < count; index++) {
    const last = setWord(word, glyph, end);
    if (last < 0) return -1;
    if (last === 0) setI32(specials + 4 * special++, index);
    else glyph = last;
    word += WORD_BYTES;
  }
  return at === end ? special : -1;
}

/** Sets the word at {@link at}: where its glyphs end, 0 if it is left to others, -1 if its line does not end. */
function setWord(word: i32, first: i32, end: i32): i32 {
  let glyph = first;
  let plain = true;
  let x: f64 = 0;
  let left: f64 = 1e300;
  let bottom: f64 = 1e300;
  let right: f64 = -1e300;
  let top: f64 = -1e300;
  for (;;) {
    if (at >= end) return -1;
    const codePoint = next();
    if (codePoint === NEW_LINE) break;
    const place = glyphAt(codePoint);
    const found = place === 0 ? 0 : i32At(place);
    if (found <= 0) {
      plain = false;
      continue;
    }
    const em = f64At(drawn + 24);
    const xMin = f64At(found + 8) / em;
    const yMin = f64At(found + 16) / em;
    const xMax = f64At(found + 24) / em;
    const yMax = f64At(found + 32) / em;
    if (xMax > xMin && yMax > yMin) {
      setI32(glyph, found + METRICS_BYTES);
      setF64(glyph + 8, x);
      glyph += GLYPH_BYTES;
      left = lesser(left, x + xMin);
      bottom = lesser(bottom, yMin);
      right = greater(right, x + xMax);
      top = greater(top, yMax);
    }
    x += f64At(found) / em;
  }
  const inked = plain && glyph > first;
  setF64(word, inked ? left : 0);
  setF64(word + 8, inked ? bottom : 0);
  setF64(word + 16, inked ? right : 0);
  setF64(word + 24, inked ? top : 0);
  setI32(word + 32, first);
  setI32(word + 36, inked ? (glyph - first) >> 4 : 0);
  setF64(word + 40, 0);
  setF64(word + 48, 1);
  setI32(word + 56, 0);
  return plain ? glyph : 0;
}
