import { isTorn } from '../../entities/stories/sentences.js';
import { isNotion } from '../../tokenizer/token.js';
import type { Fact, FactQuote } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { isCutOff, readsAsChinese } from '../language/quote.js';
import { enumerate } from '../language/words.js';

/** Columns of a headline: a Han character is two. A sentence up to twice the least is not cut at all. */
const LEAST_COLUMNS = 24;
/** What is shorter and leaves something out is no headline but the beginning of one. */
const LEAST_HEADLINE = 12;
const MOST_COLUMNS = 64;
const LAST_RESORT = 84;
/** English needs more room for as much. */
const MOST_LATIN = 100;
const LATIN_COLUMNS = 140;

/** Columns at which a headline is best cut, and those that it may have at most. */
function roomFor(text: string): { readonly most: number; readonly last: number } {
  return readsAsChinese(text)
    ? { most: MOST_COLUMNS, last: LAST_RESORT }
    : { most: MOST_LATIN, last: LATIN_COLUMNS };
}

/** A clause that only leads up to what is said: 受…推动, 据…报道, 随着…, When …. */
const leadsUp =
  /^(?:受|据|当|随着|由于|因(?!此)|如果|虽然|尽管|为了?(?=.*[，,]$)|自(?!动|研|带|家)|从|经(?!济|营|典)|面对|根据|针对|按照?|在|继|借助|通过|若|一旦|不仅|截[至止]|When|While|As|After|Before|If|Although|Despite|With|In|According)(?=[\s\p{Script=Han}《“"A-Z\d])/u;

/** A clause that goes on with the sentence before it rather than adding to it. */
const goesOn =
  /^\s*(?:以|是因为|是由于|因为|并|而|但|且|用以|来|让|使|将其|从而|(?:or|and|but|to|that|citing|(?:power|back|driv|l)e[dn] by|[Ww]arns|[Ss]ays|[Cc]laims|[Ff]inds|according to)\b|[$£€¥]\d|[A-Z][\w.’' ]{1,40} (?:[Ss]ays?|[Ss]aid|[Ww]arns?|[Ff]inds?)$)/u;

/** A clause without which the sentence before it is none: 家长称 ChatGPT 因提供错误建议，导致…, CopilotKit, whose protocol …. */
const completes = /^\s*(?:导致|致使?|造成|引[发来起]|可能|会|也|还|却|(?:which|who|whose|where)\b)/u;

/** A name with a clause about it, which still has to say what it does: CopilotKit, whose protocol …,. */
const hangs = /^[^,]{2,60},\s(?:which|who|whose|where)\b[^,]*,?$/u;

/** What it is that is said to be so has yet to be named: a 10-year, £175M deal. */
const unnamed = /\b\d+-[a-z]+,$/u;

/** The rest of an English list of which the beginning stands before: NFX, and SignalFire. */
const restOfList = /^(?:\s*[^\s,]+(?:\s[^\s,]+){0,2},)+\s(?:and|or)\s/u;

/** Who said what stands before, at the end of it: …，阿尔特曼作证称. */
const attributedBehind =
  /^(?<said>[^，,]{8,60})[，,]\s*(?<source>[^，,：:。；《“"]{2,16}(?:称|表示|指出|透露|警告|坦言))$/u;

/** Someone's own affairs, however many tell alike ones, are told in that person's words and not as a headline. */
const personal = /(?:^|[，,；;：:\s])(?:我|俺|咱|I|[Mm]y|[Ww]e|[Oo]ur)(?![A-Za-z们国院方司])/u;

export function isPersonal(words: string): boolean {
  return personal.test(words);
}

/** What a site puts in front of every post of a kind. */
const prefix = /^(?:(?:Show|Ask|Tell|Launch) HN|独家|快讯|组图|图文|图集|图表|视频|实录)\s*[:：|｜–—-]\s*/u;

/**
 * Who says what follows: 《华尔街日报》报道称，. A source alone is no headline; it stands in front of what it says.
 */
const attribution =
  /^(?<source>《[^》]{2,20}》|(?!据|[他她它其这该])[^，,：:。；《“"]{2,24}?)\s*(?:(?:今日|近日|周[一二三四五六日])?在[^，,：:]{2,24}?[中时上后里]\s*)?(?:独家|最新|援引[^，,：:]{2,16})?(?:报道|消息|爆料)?(?:称|表示|指出|透露|认为|坦言|强调|警告)[，,：:]\s*/u;

/** The bold words that lead an item. */
export interface Headline {
  readonly words: string;
  /** What the words tell of the lead quote, verbatim, so that only the rest of that is left; empty if nothing. */
  readonly told: string;
}

/**
 * The clauses of the lead quote as far as they fit a headline. What cannot be shortened, or is told of oneself, is
 * headed by the names that it is about, and quoted whole.
 */
export function leadingClauses(fact: Fact): Headline {
  const named = enumerate(fact.subjects.filter((name) => isMentioned(name, fact)).slice(0, 2));
  for (const [index, quote] of fact.quotes.entries()) {
    const words = quote.text.replace(prefix, '');
    if (named !== '' && personal.test(words)) continue;
    const found = clausesOf(words, endOfFirstName(quote, words));
    if (found === undefined) continue;
    return { words: typeset(found.words), told: index === 0 ? words.slice(0, found.end) : '' };
  }
  if (named !== '') return { words: named, told: '' };
  const lead = fact.quotes[0]?.text ?? '';
  return { words: typeset(trimmed(lead)), told: lead };
}

/** True of a name that its posts mention: places, ideas, and words that only look like names, head nothing. */
function isMentioned(name: string, { posts }: Fact): boolean {
  return posts.some(({ mentions }) =>
    mentions.some((mention) => mention.name === name && !isNotion(mention.category)),
  );
}

/** A colon between who acts and what is done (Meta：将为…), one of the other script between Han (发展进度:已补全), the sign of a tag that stands for a word. */
function typeset(words: string): string {
  return words
    .replace(/^([^：:，,]{2,24})：(?=(?:将|拟|计划|正在?|已)(?:\p{Script=Han}|\s?[A-Z]))/u, '$1')
    .replace(/(?<=[\p{Script=Han}》”）]):\s?(?=[\p{Script=Han}《“A-Z\d])/gu, '：')
    .replace(/(?<=\p{Script=Han}),(?=[A-Z\p{Script=Han}])/gu, '，')
    .replace(/(?<![\w#&])#(?=[A-Za-z])/gu, '');
}

/** Words of a headline and where in the text that they are taken from they end; 0 if that cannot be said. */
interface Clauses {
  readonly words: string;
  readonly end: number;
}

/** Categories of those who do something, and of what is made. */
const told = new Set(['company', 'organization', 'person', 'model', 'product']);

/** Where the first name in the words ends, which a headline has to reach: 利润低于预期，阿斯顿·马丁裁员. 0 if they name nothing. */
function endOfFirstName({ text, post }: FactQuote, words: string): number {
  const start = post.text.indexOf(text) + text.length - words.length;
  const name = post.mentions.find(({ category, start: at }) => told.has(category) && at >= start);
  return start < 0 || name === undefined || name.end > start + words.length ? 0 : name.end - start;
}

/** @param reach  what the words must reach if there is room for it */
function clausesOf(words: string, reach: number): Clauses | undefined {
  const behind = attributedBehind.exec(trimmed(words))?.groups;
  if (behind !== undefined) return { words: `${behind.source}：${behind.said}`, end: words.length };
  const said = attribution.exec(words);
  if (said !== null) {
    const lead = said[0].length;
    const rest = shortened(words.slice(lead));
    if (rest !== undefined)
      return { words: `${said.groups?.source ?? ''}：${rest.words}`, end: lead + rest.end };
  }
  const found = shortened(words, reach);
  if (found !== undefined) return found;
  const plain = withoutBrackets(words);
  const bare = shortened(plain);
  if (bare !== undefined) return { words: bare.words, end: bare.end === plain.length ? words.length : 0 };
  const whole = columnsOf(words.slice(0, 40)) <= 44 && columnsOf(words) <= LATIN_COLUMNS && !isTorn(words);
  return whole ? { words: trimmed(words), end: words.length } : undefined;
}

/** True if what is said is still to come. */
function isOpen(words: string): boolean {
  return (
    /[：:]$/.test(words) ||
    isTorn(words) ||
    hangs.test(words) ||
    leadsUp.test(words.replace(/^[^：:，,]{2,16}[：:]\s?(?=.)/u, '')) ||
    /(?:显示|表明|发现|证实)[，,]$/u.test(words) ||
    /(?:决定|宣布|要求|回忆说|介绍|获悉)[，,：:]$/u.test(words) ||
    /(?:之际|后|以来|同时|之后|之前|期间)[，,]$/u.test(words) ||
    /在[^，,]{2,}[内中上里][，,]$/u.test(words) ||
    /(?:辅助下?|助力下?|加持下?|点钟|的时候|之时)[，,]$/u.test(words)
  );
}

function withoutBrackets(text: string): string {
  return text.replace(/（[^（）]*）|\([^()]*\)/gu, '').replace(/\s{2,}/gu, ' ');
}

function trimmed(words: string): string {
  return words.replace(/[，,；;。：:！!？?….\s]+$/u, '');
}

/** Behind a mark, but not within a number, and before an English word that begins a clause of its own. */
const clauseEnd =
  /(?<=[，,；;。！？!?])(?!(?<=\d[，,])\d{3})|(?<=[：:])(?=\D)|(?<=[A-Za-z\d]) (?=(?:as (?:it|they|he|she|we|its|their|investors|users)|while|because|although|but|since|until|after|before)\s)/u;

/**
 * True if a colon has been passed and the sentence goes on to the end of the text: what stands behind the colon is one
 * thing, 马斯克不懂 AI，只想要控制权, and would be torn in two.
 */
function leavesPart(words: string, text: string): boolean {
  return /[：:]\s?[^：:]+[，,]$/u.test(words) && columnsOf(trimmed(text)) <= MOST_COLUMNS;
}

function shortened(text: string, reach = 0): Clauses | undefined {
  const clauses = text.split(clauseEnd);
  const room = roomFor(text);
  let words = '';
  let end = 0;
  for (const [index, clause] of clauses.entries()) {
    // A source alone, such as 路透社：, is no headline: what it says belongs to it.
    // Neither is a slogan, 打破“技术黑箱”，, in front of who does it.
    const isNeeded = completes.test(clause);
    const isShort = columnsOf(words) < LEAST_COLUMNS || end < reach;
    const open = isShort || isOpen(words) || isNeeded || goesOn.test(clause);
    if (words !== '' && columnsOf(trimmed(words + clause)) > (open ? room.last : room.most)) {
      if (isNeeded || hangs.test(words) || unnamed.test(words)) return undefined;
      break;
    }
    words += index > 0 && /[A-Za-z\d]$/.test(words) ? ` ${clause}` : clause;
    end = text.indexOf(clause, end) + clause.length;
    const next = clauses[index + 1];
    const whole =
      columnsOf(words) >= LEAST_COLUMNS && end >= reach && !isOpen(words) && !leavesPart(words, text);
    if (whole && (next === undefined || !(goesOn.test(next) || completes.test(next)))) break;
  }
  const headline = trimmed(words);
  const columns = columnsOf(headline);
  const isStump = columns < LEAST_HEADLINE && end < text.length;
  if (words.endsWith(',') && restOfList.test(text.slice(end))) return undefined;
  return columns <= room.last && !isStump && !isTorn(headline) && !isCutOff(headline)
    ? { words: headline, end }
    : undefined;
}
