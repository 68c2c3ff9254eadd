import { bracketEmoticonEnd } from '../../text/bracket-emoticon.js';
import { isHostUnit, LONGEST_SHORT_HOST, shortHosts } from '../../text/hosts.js';
import { isLatinOrDigit } from '../../text/unit-kinds.js';
import {
  isOneOf,
  plainAt,
  plainSlice,
  plainStartsWith,
  type UnitText,
  unitAt,
} from '../../text/unit-text.js';
import { isCapital } from '../names/latin-word.js';
import { closedHashtagEnd } from './tags.js';

/** 1 for units that may stand in a URL as written by people: ASCII without spaces, quotes and brackets of markup. */
const urlUnit = new Uint8Array(128);
for (let unit = 0x21; unit < 0x7f; unit++) urlUnit[unit] = 1;
for (const unit of '"<>\\^`{}|') urlUnit[unit.charCodeAt(0)] = 0;

/** Marks with which no URL ends. */
const TRAILING = ".,;:!?'*~&@#";

/** Behind these a URL stands in another one: web.archive.org/web/https://…, ?url=https://… */
const BEFORE_NESTED = '/=?:';

const schemes = ['http://', 'https://'];

/** No name of Twitter is longer. */
const LONGEST_NAME = 15;

/** What stands in brackets within a URL is no longer, so that an opening one alone is found soon. */
const LONGEST_BRACKETED = 128;

/**
 * End of a URL of which the host begins at `host` and which has been read up to `at`. Chinese text and punctuation end it, and
 * what people write right behind it: a bracket that has no partner inside, a tag, a mention, an emoticon, the next URL.
 * Closing marks of the sentence are left out.
 */
export function urlEnd(text: UnitText, host: number, at: number): number {
  const path = shortPath(text, host);
  let isShort = path > host;
  let isQuery = false;
  let end = isShort ? path : at;
  let depth = 0;
  let open = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (!isUrlUnit(unit)) break;
    if (unit === 0x3f) {
      isQuery = true;
      isShort = false;
    }
    if ((isShort && !isCodeUnit(unit)) || (end > at && beginsNext(text, end, isQuery))) break;
    if (unit === 0x28 || unit === 0x5b) {
      if (depth++ === 0) open = end;
    } else if ((unit === 0x29 || unit === 0x5d) && depth-- === 0) break;
    if (depth > 0 && end - open > LONGEST_BRACKETED) break;
  }
  if (depth > 0) end = open;
  while (end > at && isOneOf(text, end - 1, TRAILING)) end--;
  return end;
}

/** Where the path begins behind a host of short links at `at`; `at` if there is none. */
export function shortPath(text: UnitText, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_SHORT_HOST);
  let end = at;
  while (end < limit && (isHostUnit(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2e)) end++;
  return unitAt(text, end) === 0x2f && shortHosts.has(plainSlice(text, at, end)) ? end : at;
}

/** Whether what does not belong to a URL begins at `at`, right behind a part of it. */
function beginsNext(text: UnitText, at: number, isQuery: boolean): boolean {
  switch (text.charCodeAt(at)) {
    case 0x48:
    case 0x68:
      return (
        !isOneOf(text, at - 1, BEFORE_NESTED) && schemes.some((scheme) => plainStartsWith(text, at, scheme))
      );
    // A repost of Weibo: //@somebody:
    case 0x2f:
      return text.startsWith('//@', at);
    case 0x23:
      return !isOneOf(text, at + 1, '/!') && isClosedTag(text, at);
    case 0x40:
      return !isQuery && isNameAt(text, at);
    case 0x5b:
      return isQuery ? isFace(text, at) : !isPathPart(text, at);
    default:
      return false;
  }
}

/** Whether an emoticon is at `at`, and no key of a query such as filter[name]=x. */
function isFace(text: UnitText, at: number): boolean {
  const end = bracketEmoticonEnd(text, at);
  return end > at && !isOneOf(text, end, '=[');
}

/** Whether a part of a path is in brackets at `at`: /[locale]/. */
function isPathPart(text: UnitText, at: number): boolean {
  const limit = Math.min(text.length, at + LONGEST_BRACKETED);
  let end = at + 1;
  while (end < limit && isUrlUnit(text.charCodeAt(end)) && !isOneOf(text, end, '[]/')) end++;
  return isOneOf(text, at - 1, '/') && isOneOf(text, end, ']') && isOneOf(text, end + 1, '/');
}

function isClosedTag(text: UnitText, at: number): boolean {
  const end = closedHashtagEnd(text, at);
  return end > at && !/\s/u.test(text.slice(at, end));
}

/** Whether a mention is at `at`, and no version of a package: a name with a capital, or behind a comma, with which the URL ends. */
function isNameAt(text: UnitText, at: number): boolean {
  const isParted = isOneOf(text, at - 1, ',;') && isLatinOrDigit(plainAt(text, at + 1));
  const isNamed = isLatinOrDigit(plainAt(text, at - 1)) && isCapital(unitAt(text, at + 1));
  if (!isParted && !isNamed) return false;
  let end = at + 1;
  while (isLatinOrDigit(plainAt(text, end)) || unitAt(text, end) === 0x5f) end++;
  const goesOn = isOneOf(text, end, '/.-?=&%+@#') && isHostUnit(unitAt(text, end + 1));
  return end - at - 1 <= LONGEST_NAME && !goesOn;
}

function isUrlUnit(unit: number): boolean {
  return unit < 128 && urlUnit[unit] === 1;
}

function isCodeUnit(unit: number): boolean {
  return isHostUnit(unit) || unit === 0x2f || unit === 0x5f;
}
