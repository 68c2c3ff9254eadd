import { isTorn } from '../../entities/sentences.js';
import type { Fact, FactAmount } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { formatMoney, formatNumber } from '../language/numbers.js';
import { enumerate } from '../language/words.js';

const modalityMarks = new Map<Fact['modality'], string>([
  ['rumour', '传闻'],
  ['question', '疑问'],
  ['denial', '否认'],
]);

/** Verbs that stand after both partners: 甲与乙合作. */
const mutual = new Set(['合作', '和解', '结盟', '联手', '签约', '达成合作', '战略合作', '合并']);

/** The bold words that lead an item. */
interface Headline {
  readonly words: string;
  /** What the words tell of the lead quote, verbatim, so that only the rest of that is left; empty if nothing. */
  readonly told: string;
}

/**
 * A fact in few words of ours, such as 英伟达发布 Orchestrator-8B. One that cannot be said so is told by the first
 * clauses of the words that the posts have for it, or headed by what it is about.
 */
export function headlineOf(fact: Fact): Headline {
  // Hearsay stays hearsay where most posts report it and the words that are shown do not hide it.
  const hearsay = /网传|据传|传闻|据说|消息称|reportedly|rumou?r/i.test(fact.quotes[0]?.text ?? '');
  const own = saysItself(fact);
  const { words, told } = own ? { words: ownWords(fact), told: restated(fact) } : leadingClauses(fact);
  // The posts' own words say themselves that something is not so.
  const meant = own || fact.modality !== 'denial' ? modalityMarks.get(fact.modality) : undefined;
  const mark = meant ?? (hearsay ? '传闻' : undefined);
  const marked = mark === undefined || /传|据说|rumou?r|reportedly|\?|？/i.test(words);
  return { words: marked ? words : `${words}（${mark}）`, told };
}

const releasing = /发布|推出|上线|开源|推|发|放出/u;
const LEAST_REST = 12;

/** The first clause of the lead quote where it says no more than the headline: 英伟达发布 Orchestrator-8B：. */
function restated({ object, action, quotes }: Fact): string {
  const lead = quotes[0]?.text ?? '';
  const end = /[，,：:。；]/u.exec(lead)?.index ?? -1;
  if (end < 0 || object === undefined || action === undefined) return '';
  const clause = lead.slice(0, end);
  const verb = clause.includes(action) ? action : releasing.test(action) ? releasing : undefined;
  if (verb === undefined || !clause.includes(object)) return '';
  const actor = clause.replace(object, '').replace(verb, '').trim();
  const isName = clause.startsWith(actor) && columnsOf(actor) <= ACTOR_COLUMNS;
  return isName && columnsOf(lead.slice(end + 1)) >= LEAST_REST ? lead.slice(0, end + 1) : '';
}

/** True if the headline is in our own words. */
function saysItself(fact: Fact): boolean {
  return fact.solid && !isPartOfName(fact) && isBorneOut(fact);
}

/** What a lead quote says, in either language, where an event is of the kind. */
const deeds = new Map<string, RegExp>([
  [
    'release',
    /发布|推出|上线|开源|亮相|发售|问世|登场|开放|放出|上架|releas|launch|unveil|introduc|announc|open[- ]?sourc|debut|ship|roll(?:s|ed|ing)? out/iu,
  ],
  ['open_source', /开源|开放|放出|公开|权重|open[- ]?sourc|open[- ]?weight|releas|github|hugging face/iu],
  ['funding', /融资|获投|投资|筹|募|轮|估值|注资|rais|fund|round|series|invest|valu|back|IPO/iu],
  ['acquisition', /收购|买下|并购|拿下|入股|acqui|buy|bought|purchas|takeover|merg/iu],
  ['partnership', /合作|协议|签|联手|携手|联合|结盟|牵手|达成|接入|partner|deal|agree|team|join|sign|tie/iu],
]);

/** True if the words that are shown say so too: 苹果研发全息 iPhone is no release, nor 谷歌地图集成 Gemini. */
function isBorneOut(fact: Fact): boolean {
  const { kind, action, quotes } = fact;
  const words = quotes[0]?.text ?? '';
  const told = (action !== undefined && words.includes(action)) || deeds.get(kind)?.test(words) !== false;
  return told && (kind !== 'funding' || givesSum(fact));
}

/** True if the words that are shown give the sum of which a headline of ours would tell. */
function givesSum(fact: Fact): boolean {
  const [lead] = fact.quotes;
  const sum = sumOf(fact);
  if (lead === undefined || sum === undefined) return true;
  const start = lead.post.text.indexOf(lead.text);
  return lead.post.tokens.some(
    ({ start: at, quantity }) =>
      at >= start &&
      at < start + lead.text.length &&
      quantity !== undefined &&
      Math.abs(quantity.value - sum.quantity.value) <= 0.02 * sum.quantity.value,
  );
}

/** The lead quote goes on with the object's name: GPT-5.5 is not GPT-5.5-Cyber, nor Claude Claude for Excel. */
function isPartOfName({ object, quotes }: Fact): boolean {
  const words = quotes[0]?.text;
  if (object === undefined || words === undefined) return false;
  const at = words.toLowerCase().indexOf(object.toLowerCase());
  return at >= 0 && /^(?:-[\p{L}\d]|\s?for\s|\s[A-Z\d]|[A-Za-z\d])/u.test(words.slice(at + object.length));
}

function ownWords(fact: Fact): string {
  const { actor = '', action = '', object } = fact;
  if (fact.kind === 'funding') return `${actor}${joint(fact)}${gap(actor, action)}${action}${sumsOf(fact)}`;
  if (object !== undefined && mutual.has(action)) return `${actor}与${object}${action}`;
  return `${actor}${joint(fact)}${gap(actor, action)}${action}${object ?? mainSum(fact)}`;
}

/** Two Latin words side by side stand apart: Cerebras IPO. */
function gap(before: string, after: string): string {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? ' ' : '';
}

/** Columns of a headline: a Han character is two. A sentence up to twice the least is not cut at all. */
const LEAST_COLUMNS = 24;
/** What is shorter and leaves something out is no headline but the beginning of one. */
const LEAST_HEADLINE = 12;
const MOST_COLUMNS = 64;
const LAST_RESORT = 84;
/** Who acts, in a clause that says nothing else. */
const ACTOR_COLUMNS = 20;
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

/**
 * The clauses of the lead quote as far as they fit a headline. What cannot be shortened, or is told of oneself, is
 * headed by the names that it is about, and quoted whole.
 */
function leadingClauses(fact: Fact): Headline {
  const named = enumerate(fact.subjects.filter((name) => !isPlace(name, fact)).slice(0, 2));
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

function isPlace(name: string, fact: Fact): boolean {
  for (const { mentions } of fact.posts) {
    const found = mentions.find((mention) => mention.name === name);
    if (found !== undefined) return found.category === 'place';
  }
  return false;
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

/** 计划 before a verb of what has not happened yet, unless the verb says so itself. */
function joint(fact: Fact): string {
  if (fact.modality !== 'plan' || fact.action === undefined) return '';
  return /^(计划|拟|将|考虑|准备)/.test(fact.action) ? '' : '计划';
}

/** What a sum must measure to stand behind the verb of its kind without being named. */
const ownRole = new Map([
  ['funding', '融资额'],
  ['acquisition', '收购价'],
  ['investment', '投资额'],
]);

/** The sum that the verb itself speaks of; a valuation is not what was raised. */
function mainAmount(fact: Fact): FactAmount | undefined {
  const role = ownRole.get(fact.kind);
  return fact.amounts.find(
    ({ quantity, role: given }) => quantity.type === 'money' && (role === undefined || given === role),
  );
}

function mainSum(fact: Fact): string {
  const amount = mainAmount(fact);
  return amount === undefined ? '' : ` ${amountWords(amount)}`;
}

/** What a headline about money names: what was raised, or where nobody tells how much, the valuation. */
function sumOf(fact: Fact): FactAmount | undefined {
  const worth = fact.amounts.find(({ quantity, role }) => quantity.type === 'money' && role === '估值');
  return fact.action === '估值' ? worth : (mainAmount(fact) ?? worth);
}

/** 融资 20 亿美元; a valuation by its name. */
function sumsOf(fact: Fact): string {
  const sum = sumOf(fact);
  if (sum === undefined) return '';
  return sum === mainAmount(fact) || fact.action === '估值'
    ? ` ${amountWords(sum)}`
    : `，估值 ${amountWords(sum)}`;
}

export function amountWords(amount: FactAmount): string {
  const { quantity } = amount;
  if (quantity.type === 'money' && Number.isFinite(quantity.value)) return formatMoney(quantity);
  if (quantity.type === 'percent') return `${formatNumber(quantity.value, 2)}%`;
  return amount.text;
}
