import type { Fact, FactAmount } from '../analysis/fact.js';
import { formatMoney, formatNumber } from '../language/numbers.js';
import { enumerate } from '../language/words.js';

const modalityMarks = new Map<Fact['modality'], string>([
  ['rumour', '传闻'],
  ['question', '疑问'],
  ['denial', '否认'],
]);

/** Verbs that stand after both partners: 甲与乙合作. */
const mutual = new Set(['合作', '和解', '结盟', '联手', '签约', '达成合作', '战略合作', '合并']);

/**
 * A fact in few words of ours, such as 英伟达发布 Orchestrator-8B. One that cannot be said so is told by the first
 * clauses of the words that the posts have for it.
 */
export function headlineOf(fact: Fact): string {
  // Hearsay stays hearsay where most posts report it and the words that are shown do not hide it.
  const hearsay = /网传|据传|传闻|据说|消息称|reportedly|rumou?r/i.test(fact.quotes[0]?.text ?? '');
  const mark = modalityMarks.get(fact.modality) ?? (hearsay ? '传闻' : undefined);
  const words = saysItself(fact) ? ownWords(fact) : leadingClauses(fact);
  return mark === undefined || /传|据说|rumou?r|reportedly|\?|？/i.test(words)
    ? words
    : `${words}（${mark}）`;
}

/** True if the headline is in our own words, so that the lead quote is to be given whole. */
export function saysItself(fact: Fact): boolean {
  return fact.solid && !isPartOfName(fact);
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
  if (fact.kind === 'funding')
    return `${actor}${joint(fact)}${gap(actor, action)}${action}${mainAmount(fact) ?? ''}`;
  if (object !== undefined && mutual.has(action)) return `${actor}与${object}${action}`;
  return `${actor}${joint(fact)}${gap(actor, action)}${action}${object ?? mainAmount(fact) ?? ''}`;
}

/** Two Latin words side by side stand apart: Cerebras IPO. */
function gap(before: string, after: string): string {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? ' ' : '';
}

/** Columns of a headline: a Han character is two. A sentence up to twice the least is not cut at all. */
const LEAST_COLUMNS = 24;
const MOST_COLUMNS = 64;
const LAST_RESORT = 84;
/** English needs more room for as much. */
const LATIN_COLUMNS = 140;

function columnsOf(words: string): number {
  let columns = 0;
  for (const sign of words) columns += sign.charCodeAt(0) >= 0x1100 ? 2 : 1;
  return columns;
}

/** A clause that only leads up to what is said: 受…推动, 据…报道, 随着…, When …. */
const leadsUp =
  /^(?:受|据|当|随着|由于|因(?!此)|如果|虽然|尽管|为了?(?=.*[，,]$)|自(?!动|研|带|家)|从|经(?!济|营|典)|面对|根据|针对|按照?|在|继|借助|通过|若|一旦|不仅|When|While|As|After|Before|If|Although|Despite|With|In|According)(?=[\s\p{Script=Han}《“"A-Z\d])/u;
/** A clause that goes on with the sentence before it rather than adding to it. */
const goesOn = /^\s*(?:以|并|而|但|且|用以|来|让|使|将其|从而|or\b|and\b|but\b|to\b|which\b|that\b|who\b)/u;

/** The clauses of the lead quote as far as they fit a headline; names where it has no short clause. */
function leadingClauses(fact: Fact): string {
  for (const { text } of fact.quotes) {
    const found = shortened(text) ?? shortened(withoutBrackets(text));
    if (found !== undefined) return found;
  }
  const lead = fact.quotes[0]?.text ?? '';
  if (columnsOf(lead.slice(0, 40)) <= 44) return atWord(lead);
  return enumerate(fact.subjects.slice(0, 3));
}

/** True if what is said is still to come. */
function isOpen(words: string): boolean {
  return (
    /[：:]$/.test(words) || leadsUp.test(words) || /(?:之际|后|以来|同时|之后|之前|期间)[，,]$/u.test(words)
  );
}

function withoutBrackets(text: string): string {
  return text.replace(/（[^（）]*）|\([^()]*\)/gu, '').replace(/\s{2,}/gu, ' ');
}

/** The first words of a text in Latin letters, as many as fit. */
function atWord(text: string): string {
  if (columnsOf(text) <= LATIN_COLUMNS) return trimmed(text);
  const words = text.slice(0, LATIN_COLUMNS).replace(/\s+\S*$/u, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}

function trimmed(words: string): string {
  return words.replace(/[，,；;。：:！!？?…\s]+$/u, '');
}

function shortened(text: string): string | undefined {
  const clauses = text.split(/(?<=[，,；;。！？!?])(?!(?<=\d[，,])\d{3})|(?<=[：:])(?=\D)/u);
  let words = '';
  for (const [index, clause] of clauses.entries()) {
    // A source alone, such as 路透社：, is no headline: what it says belongs to it.
    const open = isOpen(words) || goesOn.test(clause);
    if (words !== '' && columnsOf(trimmed(words + clause)) > (open ? LAST_RESORT : MOST_COLUMNS)) break;
    words += clause;
    const next = clauses[index + 1];
    const whole = columnsOf(words) >= LEAST_COLUMNS && !isOpen(words);
    if (whole && (next === undefined || !goesOn.test(next))) break;
  }
  const headline = trimmed(words);
  return columnsOf(headline) <= LAST_RESORT ? headline : undefined;
}

/** 计划 before a verb of what has not happened yet, unless the verb says so itself. */
function joint(fact: Fact): string {
  if (fact.modality !== 'plan' || fact.action === undefined) return '';
  return /^(计划|拟|将|考虑|准备)/.test(fact.action) ? '' : '计划';
}

function mainAmount(fact: Fact): string | undefined {
  const amount = fact.amounts.find(({ quantity }) => quantity.type === 'money');
  return amount === undefined ? undefined : ` ${amountWords(amount)}`;
}

export function amountWords(amount: FactAmount): string {
  const { quantity } = amount;
  if (quantity.type === 'money' && Number.isFinite(quantity.value)) return formatMoney(quantity);
  if (quantity.type === 'percent') return `${formatNumber(quantity.value, 2)}%`;
  return amount.text;
}
