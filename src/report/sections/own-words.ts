import type { Fact, FactAmount } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { formatMoney, formatNumber } from '../language/numbers.js';
import { gap } from '../language/words.js';

/** Verbs that stand after both partners: 甲与乙合作. */
const mutual = new Set(['合作', '和解', '结盟', '联手', '签约', '达成合作', '战略合作', '合并']);

/** True of a fact that can be told in our own words: the posts that are shown say so too. */
export function saysItself(fact: Fact): boolean {
  return fact.solid && !isPartOfName(fact) && isBorneOut(fact);
}

/** 英伟达发布 Orchestrator-8B: who did what, in words that no post need have. */
export function ownWords(fact: Fact): string {
  const { actor = '', action = '', object } = fact;
  if (fact.kind === 'funding') return `${actor}${joint(fact)}${gap(actor, action)}${action}${sumsOf(fact)}`;
  if (object !== undefined && mutual.has(action)) return `${actor}与${object}${action}`;
  return `${actor}${joint(fact)}${gap(actor, action)}${action}${object ?? mainSum(fact)}`;
}

/** The first clause of the lead quote where it says no more than the headline: 英伟达发布 Orchestrator-8B：. */
export function restated({ object, action, quotes }: Fact): string {
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

const releasing = /发布|推出|上线|开源|推|发|放出/u;
const LEAST_REST = 12;
/** Who acts, in a clause that says nothing else. */
const ACTOR_COLUMNS = 20;

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
  return told && (kind === 'funding' ? givesSum(fact) : namesObject(fact));
}

/** True if the words that are shown name what it is done to: else they are of something else that was done. */
function namesObject({ object, quotes }: Fact): boolean {
  const [lead] = quotes;
  if (object === undefined || lead === undefined) return true;
  if (lead.text.toLowerCase().includes(object.toLowerCase())) return true;
  const start = lead.post.text.indexOf(lead.text);
  const end = start + lead.text.length;
  if (start < 0) return true;
  return lead.post.mentions.some(
    (mention) => mention.name === object && mention.start >= start && mention.end <= end,
  );
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

/** An amount as the report writes it: money in 亿 and 万, a share with its sign, else as the posts have it. */
export function amountWords(amount: FactAmount): string {
  const { quantity } = amount;
  if (quantity.type === 'money' && Number.isFinite(quantity.value)) return formatMoney(quantity);
  if (quantity.type === 'percent') return `${formatNumber(quantity.value, 2)}%`;
  return amount.text;
}
