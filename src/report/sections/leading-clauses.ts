import { isTorn } from '../../entities/stories/sentences.js';
import type { Fact } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { enumerate } from '../language/words.js';

/** Columns of a headline: a Han character is two. A sentence up to twice the least is not cut at all. */
const LEAST_COLUMNS = 24;
/** What is shorter and leaves something out is no headline but the beginning of one. */
const LEAST_HEADLINE = 12;
const MOST_COLUMNS = 64;
const LAST_RESORT = 84;
/** English needs more room for as much. */
const LATIN_COLUMNS = 140;

/** A clause that only leads up to what is said: 受…推动, 据…报道, 随着…, When …. */
const leadsUp =
  /^(?:受|据|当|随着|由于|因(?!此)|如果|虽然|尽管|为了?(?=.*[，,]$)|自(?!动|研|带|家)|从|经(?!济|营|典)|面对|根据|针对|按照?|在|继|借助|通过|若|一旦|不仅|When|While|As|After|Before|If|Although|Despite|With|In|According)(?=[\s\p{Script=Han}《“"A-Z\d])/u;

/** A clause that goes on with the sentence before it rather than adding to it. */
const goesOn =
  /^\s*(?:以|是因为|是由于|因为|并|而|但|且|用以|来|让|使|将其|从而|or\b|and\b|but\b|to\b|which\b|that\b|who\b)/u;

/** Someone's own affairs, however many tell alike ones, are told in that person's words and not as a headline. */
const personal = /(?:^|[，,；;：:\s])(?:我|俺|咱|I|My|We|Our)(?![A-Za-z们国院方司])/u;

/** What a site puts in front of every post of a kind. */
const prefix = /^(?:(?:Show|Ask|Tell|Launch) HN|独家|快讯)\s*[:：–—-]\s*/u;

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
  for (const [index, { text }] of fact.quotes.entries()) {
    const words = text.replace(prefix, '');
    if (named !== '' && personal.test(words)) continue;
    const found = clausesOf(words);
    if (found === undefined) continue;
    return { words: typeset(found.words), told: index === 0 ? words.slice(0, found.end) : '' };
  }
  if (named !== '') return { words: named, told: '' };
  const lead = fact.quotes[0]?.text ?? '';
  return { words: typeset(trimmed(lead)), told: lead };
}

/** True of a name that its posts mention: places, and words that only look like names, head nothing. */
function isMentioned(name: string, { posts }: Fact): boolean {
  return posts.some(({ mentions }) => mentions.some((mention) => mention.name === name));
}

/** A colon of the other script between Han (发展进度:已补全), the sign of a tag that stands for a word. */
function typeset(words: string): string {
  return words
    .replace(/(?<=[\p{Script=Han}》”）]):\s?(?=[\p{Script=Han}《“A-Z\d])/gu, '：')
    .replace(/(?<![\w#&])#(?=[A-Za-z])/gu, '');
}

/** Words of a headline and where in the text that they are taken from they end; 0 if that cannot be said. */
interface Clauses {
  readonly words: string;
  readonly end: number;
}

function clausesOf(words: string): Clauses | undefined {
  const said = attribution.exec(words);
  if (said !== null) {
    const lead = said[0].length;
    const rest = shortened(words.slice(lead));
    if (rest !== undefined)
      return { words: `${said.groups?.source ?? ''}：${rest.words}`, end: lead + rest.end };
  }
  const found = shortened(words);
  if (found !== undefined) return found;
  const bare = shortened(withoutBrackets(words));
  if (bare !== undefined) return { words: bare.words, end: 0 };
  const whole = columnsOf(words.slice(0, 40)) <= 44 && columnsOf(words) <= LATIN_COLUMNS && !isTorn(words);
  return whole ? { words: trimmed(words), end: words.length } : undefined;
}

/** True if what is said is still to come. */
function isOpen(words: string): boolean {
  return (
    /[：:]$/.test(words) ||
    isTorn(words) ||
    leadsUp.test(words) ||
    /(?:之际|后|以来|同时|之后|之前|期间)[，,]$/u.test(words) ||
    /在[^，,]{2,}[内中上里][，,]$/u.test(words)
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

function shortened(text: string): Clauses | undefined {
  const clauses = text.split(clauseEnd);
  let words = '';
  let end = 0;
  for (const [index, clause] of clauses.entries()) {
    // A source alone, such as 路透社：, is no headline: what it says belongs to it.
    // Neither is a slogan, 打破“技术黑箱”，, in front of who does it.
    const open = isOpen(words) || goesOn.test(clause) || columnsOf(words) < LEAST_COLUMNS;
    if (words !== '' && columnsOf(trimmed(words + clause)) > (open ? LAST_RESORT : MOST_COLUMNS)) break;
    words += index > 0 && /[A-Za-z\d]$/.test(words) ? ` ${clause}` : clause;
    end = text.indexOf(clause, end) + clause.length;
    const next = clauses[index + 1];
    const whole = columnsOf(words) >= LEAST_COLUMNS && !isOpen(words) && !leavesPart(words, text);
    if (whole && (next === undefined || !goesOn.test(next))) break;
  }
  const headline = trimmed(words);
  const columns = columnsOf(headline);
  const isStump = columns < LEAST_HEADLINE && end < text.length;
  return columns <= LAST_RESORT && !isStump && !isTorn(headline) ? { words: headline, end } : undefined;
}
