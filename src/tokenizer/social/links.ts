import type { TermLexicon } from '../../lexicon/term-lexicon.js';
import { isHostUnit, isTopLevel } from '../../text/hosts.js';
import { isHanUnit, isLatinOrDigit, isLetterUnit } from '../../text/unit-kinds.js';
import { isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { shortPath, urlEnd } from './url.js';

/**
 * End of a URL at `at`: with a scheme, with `www.`, a short link, or a bare host with a known top-level domain; `at` if there
 * is none.
 *
 * @param wordEnd  end of the Latin word at `at`, which goes on with no word before it.
 */
export function linkEnd(text: UnitText, at: number, wordEnd: number, terms: TermLexicon): number {
  const mark = unitAt(text, wordEnd);
  if (mark !== 0x3a && mark !== 0x2e) return at;
  if (mark === 0x3a) {
    const letter = plainAt(text, at);
    if ((letter !== 0x68 && letter !== 0x66) || !text.startsWith('://', wordEnd)) return at;
    const scheme = text.slice(at, wordEnd).toLowerCase();
    if (scheme !== 'http' && scheme !== 'https' && scheme !== 'ftp') return at;
    const end = urlEnd(text, wordEnd + 3, hanHostEnd(text, wordEnd + 3));
    return end > wordEnd + 3 ? end : at;
  }
  const www = wordEnd - at === 3 && text.slice(at, wordEnd).toLowerCase() === 'www';
  let host = wordEnd;
  let top = -1;
  for (let part = 0; part < 5 && unitAt(text, host) === 0x2e; part++) {
    let end = host + 1;
    while (end < text.length && end - host < 32 && isHostUnit(text.charCodeAt(end))) end++;
    if (end === host + 1) break;
    if (isTopLevel(text.slice(host + 1, end).toLowerCase())) top = end;
    host = end;
  }
  if (www && host > wordEnd + 1) return urlEnd(text, at, host);
  if (shortPath(text, at) > at && isHostUnit(unitAt(text, host + 1))) return urlEnd(text, at, host);
  if (top < 0 || top !== host) return at;
  // Node.js or Character.AI are names; a path, or small letters throughout, make a link.
  if (unitAt(text, top) === 0x2f && isHostUnit(unitAt(text, top + 1))) return urlEnd(text, at, top);
  const name = text.slice(at, top);
  // safe_sleep.sh is a file: no host has an underscore.
  if (name.includes('_')) return at;
  const plain = name === name.toLowerCase();
  return plain && wordEnd - at > 1 && terms.whole(text, at, top) === undefined ? top : at;
}

/** Whether a link begins with the last word of text[start, end), which is not its first: Google docs.google.com. */
export function cutsLink(text: UnitText, start: number, end: number, terms: TermLexicon): boolean {
  if (unitAt(text, end) !== 0x2e || !isHostUnit(unitAt(text, end + 1))) return false;
  let word = end;
  while (word > start && isLatinOrDigit(plainAt(text, word - 1))) word--;
  return word > start && !isOneOf(text, word - 1, '-_') && linkEnd(text, word, end, terms) > word;
}

/** Top-level domains of Han. */
const hanTopLevel =
  /^[\u4e00-\u9fd5a-z0-9-]{1,30}(?:\.[\u4e00-\u9fd5a-z0-9-]{1,30}){0,3}\.(?:中国|中國|公司|网络|網絡|在线|网址|政务|公益|香港|台湾|台灣|com|cn|net|org|io|ai|tw|hk|jp)/iu;

/** End of a host with names of Han, such as 例子.中国, behind a scheme; `at` if there is none. */
function hanHostEnd(text: UnitText, at: number): number {
  let end = at;
  while (end - at < 40 && end < text.length && isHostUnit(text.charCodeAt(end))) end++;
  if (!isHanUnit(unitAt(text, end))) return at;
  return at + (hanTopLevel.exec(text.slice(at, at + 128))?.[0].length ?? 0);
}

/** End of what may be the name of an e-mail address at `at`. */
export function mailNameEnd(text: UnitText, at: number): number {
  let end = at;
  while (end < text.length && isMailUnit(text.charCodeAt(end))) end++;
  return end;
}

/** End of an e-mail address of which the name is text[at, name), or `at`. */
export function mailEnd(text: UnitText, at: number, name: number): number {
  if (unitAt(text, name) !== 0x40 || name - at > 64) return at;
  let end = name + 1;
  let dot = -1;
  while (end < text.length && end - name < 100) {
    const unit = text.charCodeAt(end);
    if (unit === 0x2e && isHostUnit(unitAt(text, end + 1))) dot = end;
    else if (!isHostUnit(unit)) break;
    end++;
  }
  return dot > name + 1 && end - dot > 2 && isLetterUnit(plainAt(text, end - 1)) ? end : at;
}

/** Whether a unit behind a word may make an e-mail address of it. */
export function goesOnInMail(unit: number): boolean {
  return isMailUnit(unit) || unit === 0x40;
}

function isMailUnit(unit: number): boolean {
  return isHostUnit(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x25;
}
