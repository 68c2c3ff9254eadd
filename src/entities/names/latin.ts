import { hasHan } from '../../text/han.js';
import { ROLES } from '../../tokenizer/names/name-words.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import type { EventLexicon } from '../event-lexicon.js';
import { isLegalForm, isPlainForm, legalFormBehind } from './latin-legal-form.js';
import { unknownName } from './unknown-name.js';

/** Endings that make the words before them the name of a company. */
const latinEndings = /^(?:Labs|Lab|Technologies|Robotics|Capital|Ventures|AI)$/u;

/** 轮 behind letters is a round of funding. */
const rounds = /^(?:Pre-)?[A-H]\d?\+?\s?轮/u;

const latinWord = /^[A-Za-z][A-Za-z0-9.&+’'-]*$/u;
/** What the tokenizer has joined by its capitals: Zohran Mamdani. */
const latinWords = /^[A-Za-z][A-Za-z0-9.&+’' -]*$/u;
const opensName = /^(?:[A-Z]|[a-z]+[A-Z])/u;

const notNames =
  /^(?:RT|AI|API|APP|App|PC|CEO|CTO|CFO|COO|IPO|EPS|AGI|LLM|GPU|CPU|NPU|TPU|SDK|CLI|HTML|JSON|PDF|VC|HN|PR|UI|UX|IT|ETF|IP|TV|DJ|II|III|OP|ST|Infra|P2P|SUV|MPV|PS[2-5]|Pro|Max|Plus|Mini|Ultra|Agent|Agents|Token|Tokens|Show|Tell|Ask|Beta|GA|Demo|Mac|Web|iOS|Android|Windows|Linux|US|UK|EU|USA|I|A|The|In|On|At|To|For|And|Of|Is|It|Vibe|Coding|ARR|ROI|KPI|HR|MR|VR|AR|AIGC|RAG|SOTA|OS|KOL|GDP|CPI|QQ|ID|VIP|BUG|Bug|Pre-A|A|B|C|D|E|OK|PS|ps|USB|Q[1-4]|H[12]|FY\d*|Series|Everything|Anything|DNA|RNA|CT|MRI|NASDAQ|NYSE|PMI|Chinese|American|European|Japanese|Korean|Indian|British|German|French|Russian|Israeli|Canadian|Asian|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|HK|Wi-Fi|WiFi|OCR|TTS|ASR|PPT|Excel|Word|Key|key)$/u;

/** I’ve, Don't, They're. */
const contraction = /(?:[’'](?:m|ve|ll|re|d)|n[’']t)$/iu;

/** 2.0 after a name is its version; 5亿 and 12% are amounts. */
function isVersion(token: Token): boolean {
  return (
    /^v?\d{1,2}(?:\.\d{1,3}){0,2}$/iu.test(token.text) &&
    (token.quantity === undefined || token.quantity.type === 'count')
  );
}

/** True of a mark that stands between two words without a space. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before?.kind === 'word' && (after?.kind === 'word' || after?.kind === 'number');
}

/** Letters or digits right behind a joining mark belong to the name whatever their case: DB-chat. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1];
  return (
    mark !== undefined &&
    /^[-+&]$/u.test(mark.text) &&
    isJoined(tokens, at - 1) &&
    /^[A-Za-z0-9]/u.test(tokens[at]?.text ?? '')
  );
}

/** True of a headline whose words all have capitals: there a capital says nothing. */
export function isTitleCase(tokens: readonly Token[]): boolean {
  let capital = 0;
  let small = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4 || !latinWord.test(token.text)) continue;
    if (opensName.test(token.text)) capital++;
    else small++;
  }
  return capital > 2 && capital > small * 1.5;
}

function isNameWord(token: Token, taken: Uint8Array): boolean {
  return (
    token.kind === 'word' &&
    taken[token.start] !== 1 &&
    latinWords.test(token.text) &&
    opensName.test(token.text) &&
    !notNames.test(token.text) &&
    !contraction.test(token.text)
  );
}

/** Runs of capitalized Latin words: in a Chinese text any, in an English one only where capitals mean names. */
export function latinNames(
  text: string,
  tokens: readonly Token[],
  taken: Uint8Array,
  lexicon: EventLexicon,
): Entity[] {
  const chinese = tokens.some((token) => token.kind === 'word' && hasHan(token.text));
  if (!chinese && isTitleCase(tokens)) return [];
  const found: Entity[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || !isNameWord(token, taken)) {
      at++;
      continue;
    }
    const first = at;
    let last = at;
    for (let next = at + 1; next < tokens.length; next++) {
      const here = tokens[next];
      if (here === undefined) break;
      if (here.kind === 'space' && here.text === ' ') continue;
      // DB-Chat, A+B: a mark between two words without a space is a part of the name.
      if (/^[-+&]$/u.test(here.text) && isJoined(tokens, next)) continue;
      if (isNameWord(here, taken) || (here.kind === 'number' && isVersion(here)) || isTail(tokens, next))
        last = next;
      else break;
      if (next - first > 8) break;
    }
    const form = legalFormBehind(tokens, last);
    if (form?.isOther === false) last = form.last;
    at = last + 1;
    // How Kepler built …, Mayor Zohran Mamdani: what opens the sentence, and a role, are no part of the name.
    let opener = first;
    const opens = (word: string): boolean => lexicon.starters.has(word.toLowerCase()) || ROLES.has(word);
    while (opener < last && opens(tokens[opener]?.text ?? '')) {
      opener++;
      while (opener < last && tokens[opener]?.kind === 'space') opener++;
    }
    const start = tokens[opener]?.start ?? token.start;
    const end = tokens[last]?.end ?? token.end;
    const surface = text.slice(start, end);
    if (surface.split(/,? /u).every(chinese ? isPlainForm : isLegalForm)) continue;
    const opensSentence =
      first === 0 ||
      /[.!?:\n"“(]/u.test(
        text
          .slice(Math.max(0, start - 4), start)
          .trimEnd()
          .slice(-1),
      );
    if (rounds.test(text.slice(start, end + 3))) continue;
    if (surface.length < 2 || (opener === last && lexicon.starters.has(surface.toLowerCase()))) continue;
    // Store owners, the Media Office, CLI Coding: words of the language alone.
    const isPlain = (word: string): boolean =>
      notNames.test(word) || (!chinese && lexicon.common.has(word.toLowerCase()));
    if (opener === last && surface.split(' ').every(isPlain)) continue;
    // The first word of an English sentence has its capital from the sentence.
    if (
      !chinese &&
      opensSentence &&
      opener === first &&
      first === last &&
      !surface.includes(' ') &&
      !/[a-z][A-Z]|\d|^[A-Z]{2,}$/u.test(surface)
    )
      continue;
    const ending = surface.slice(surface.lastIndexOf(' ') + 1);
    const isCompany = ending !== surface && (latinEndings.test(ending) || isLegalForm(ending));
    found.push(unknownName(text, start, end, isCompany ? 'company' : 'name'));
  }
  return found;
}
