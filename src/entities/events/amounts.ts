import type { Quantity } from '../../tokenizer/token.js';
import { isAmount } from '../entity.js';
import type { Clause } from './clauses.js';
import { isMove } from './draft.js';
import type { AmountRole, EventAmount, EventType } from './event.js';
import { holdsAmount, isFraction, type Unit } from './unit.js';

/** How far a cue may stand from its amount, in units. */
const reachBefore = 5;
const reachAfter = 4;

/** What an amount of money can be. */
export const moneyRoles: ReadonlySet<AmountRole> = new Set([
  'funding',
  'valuation',
  'market_cap',
  'revenue',
  'profit',
  'loss',
  'investment',
  'price',
  'acquisition',
  'fine',
  'cost',
]);
const shareRoles = new Set<AmountRole>(['change', 'stake', 'staff']);
const countRoles = new Set<AmountRole>(['users', 'staff', 'capacity', 'stake']);

const moneyByType: Partial<Record<EventType, AmountRole>> = {
  funding: 'funding',
  acquisition: 'acquisition',
  lawsuit: 'fine',
  regulation: 'fine',
  investment: 'investment',
  infrastructure: 'investment',
  partnership: 'investment',
  price_change: 'price',
  monetization: 'price',
  release: 'price',
  stock_move: 'price',
  coin_move: 'price',
  usage_growth: 'revenue',
};

function fits(role: AmountRole, quantity: Quantity): boolean {
  switch (quantity.type) {
    case 'money':
      return moneyRoles.has(role);
    case 'percent':
    case 'multiple':
      return shareRoles.has(role);
    case 'count':
    case 'measure':
      return countRoles.has(role) || (quantity.value >= 1e6 && moneyRoles.has(role) && role !== 'price');
    default:
      return false;
  }
}

const within: readonly (readonly [RegExp, AmountRole])[] = [
  [/估值|valu/u, 'valuation'],
  [/融资|募资|募集|筹/u, 'funding'],
  [/收购|买下/u, 'acquisition'],
  [/营收|收入/u, 'revenue'],
  [/净利/u, 'profit'],
  [/投资|投入|斥资/u, 'investment'],
  [/裁员|裁减/u, 'staff'],
  [/和解|罚/u, 'fine'],
];

function rolesOf(unit: Unit): AmountRole[] {
  const roles: AmountRole[] = [];
  for (const cue of unit.cues) if (cue.startsWith('role:')) roles.push(cue.slice(5) as AmountRole);
  // A trigger such as 估值逼近 or 完成融资 holds its role within.
  if (unit.triggers.length > 0)
    for (const [pattern, role] of within) if (pattern.test(unit.lower)) roles.push(role);
  return roles;
}

const priced = new Set<EventType>(['price_change', 'stock_move', 'coin_move']);

/** Verbs of which a sum right behind is by how much: 降价, falls. 站上, 跌破, 涨至 and tops say to what. */
const moves =
  /(?:[涨跌降价调升挫滑崩]了?|\b(?:rises?|rose|rising|falls?|fell|falling|drops?|dropped|gain(?:s|ed)?|los(?:es|t|e)|jump(?:s|ed)?|surge[sd]?|climb(?:s|ed)?|slump(?:s|ed)?|plunge[sd]?|tumble[sd]?|soar(?:s|ed)?|slid(?:es?)?|sinks?|sank|up|down))$/u;

/** What may stand between. */
const between =
  /^(?:了|约|近|超|超过|逾|多达|高达|达|最高|至多|再|幅度|about|around|nearly|almost|as|much)$/u;

/** 降价 2 万元, falls by $5,000, raises its price by $5: by how much, and not to what. */
function isByHowMuch(units: readonly Unit[], at: number, type: EventType): boolean {
  // 比特币涨超 9 万美元: to what.
  if (type === 'coin_move' && units[at]?.entity?.quantity?.bound === 'over') return false;
  let before = at - 1;
  const first = /^(?:至|到|to)$/u.test(units[before]?.lower ?? '') ? before - 1 : before;
  // 涨价 3000 至 6000 元: both ends of a range, the first of which has no currency.
  if (units[first]?.entity?.quantity !== undefined && /^[\d.,百千万亿]+$/u.test(units[first]?.text ?? ''))
    return isByHowMuch(units, first, type);
  while (before > 0 && between.test(units[before]?.lower ?? '')) before--;
  if (units[before]?.lower === 'by') return units.slice(0, before).some(isPriced);
  const verb = units[before];
  return verb !== undefined && isPriced(verb) && moves.test(verb.lower);
}

function isPriced({ triggers }: Unit): boolean {
  return triggers.some(({ type }) => priced.has(type));
}

/** The role of the amount at unit `at`: by the nearest cue that fits, else by the type of the event. */
function roleOf(units: readonly Unit[], at: number, quantity: Quantity, type: EventType): AmountRole {
  const role = statedRole(units, at, quantity, type);
  return role === 'price' && priced.has(type) && isByHowMuch(units, at, type) ? 'change' : role;
}

function statedRole(units: readonly Unit[], at: number, quantity: Quantity, type: EventType): AmountRole {
  if (quantity.type === 'parameters') return 'parameters';
  if (priced.has(type) && isFraction(units[at] as Unit)) return 'change';
  if (quantity.type === 'tokens') return /\/\s?s/u.test(units[at]?.lower ?? '') ? 'other' : 'context';
  if (quantity.type === 'percent' && units[at + 1]?.lower === 'stake') return 'stake';
  // A deal valued at $2.7 billion.
  if (type === 'acquisition' && quantity.type === 'money' && isDealValue(units, at)) return 'acquisition';
  // 被罚 23 万: without a currency it is money all the same.
  if (
    quantity.type === 'count' &&
    quantity.unit === undefined &&
    /罚款?$|赔偿?$/u.test(units[at - 1]?.text ?? '') &&
    !/^[名位人家款个]/u.test(units[at + 1]?.text ?? '')
  )
    return 'fine';
  // 超 4 亿粉丝推荐被罚: so many people, and no money.
  if (
    quantity.type === 'count' &&
    type !== 'layoffs' &&
    /^(?:粉丝|用户|会员|网友|观众)$/u.test(units[at + 1]?.text ?? '')
  )
    return 'users';
  // 以每股 82.5 欧元上市, 开盘价 15.53 美元.
  if (quantity.type === 'money' && /^(?:每股|[开收]盘价|发行价)$/u.test(units[at - 1]?.text ?? ''))
    return 'price';
  // 出售 10% 特斯拉股票: how much of it.
  if (
    quantity.type === 'percent' &&
    (type === 'investment' || type === 'acquisition') &&
    units.slice(at + 1, at + 4).some(({ text }) => /^(?:股票|股份|股权)$/u.test(text))
  )
    return 'stake';
  // 降价 1.8 万至 3 万元: one end of a range.
  if (quantity.type === 'count' && /^(?:至|到)$/u.test(units[at + 1]?.text ?? '')) {
    const end = units[at + 2]?.entity?.quantity;
    if (end?.type === 'money') return roleOf(units, at + 2, end, type);
  }
  // 市值可买约 5 亿个: so many things, and no money.
  const isCounted =
    quantity.type === 'count' &&
    /^[个只件杯台辆支部张瓶剂份架枚套吨艘颗股盒箱桶册]$/u.test(units[at + 1]?.text ?? '');
  let best: AmountRole | undefined;
  let bestDistance = Infinity;
  for (const [step, reach] of [
    [-1, reachBefore],
    [1, reachAfter],
  ] as const) {
    for (let distance = 1; distance <= reach; distance++) {
      const unit = units[at + step * distance];
      if (unit === undefined) break;
      // 市值 4 天蒸发超 5 万亿元: in how long is no amount of its own.
      if (unit.entity !== undefined && isAmount(unit.entity) && !isTime(unit)) break;
      // A cue after the amount is a little further off: 估值 20 亿美元融资 reads to the left first.
      const length = distance + (step === 1 ? 0.5 : 0);
      const role = rolesOf(unit).find(
        (candidate) => fits(candidate, quantity) && !(isCounted && moneyRoles.has(candidate)),
      );
      if (role !== undefined && length < bestDistance) {
        best = role;
        bestDistance = length;
      }
    }
  }
  if (best !== undefined) return ofType(best, quantity, type);
  // 跌破 600 美元 is a price, 6300 亿美元 is what all shares are worth.
  if (type === 'stock_move' && quantity.type === 'money' && quantity.value >= 1e9) return 'market_cap';
  if (quantity.type === 'money')
    return isJudged(type) && !units.some(isPayment) ? 'other' : (moneyByType[type] ?? 'other');
  // Buys it for a 16% premium, 溢价 16%.
  const isPremium = [units[at - 1], units[at + 1]].some((unit) =>
    /^(?:premium|discount|溢价|折价)$/u.test(unit?.lower ?? ''),
  );
  if (quantity.type === 'percent' && type === 'acquisition') return isPremium ? 'other' : 'stake';
  if (quantity.type === 'percent' || quantity.type === 'multiple')
    return type === 'layoffs' ? 'staff' : 'change';
  if (quantity.type === 'count' && type === 'layoffs') return 'staff';
  // 捐赠 9000 万驰援: without a currency it is money all the same.
  if (
    quantity.type === 'count' &&
    type === 'investment' &&
    quantity.unit === undefined &&
    quantity.value >= 1e6 &&
    !isCounted
  )
    return 'investment';
  return 'other';
}

function isJudged(type: EventType): boolean {
  return type === 'lawsuit' || type === 'regulation';
}

/** Sued over a $3 billion offer, blocks a $5 billion loan: a sum is a fine only where something is to be paid. */
function isPayment({ lower }: Unit): boolean {
  return /[罚赔付判缴退索]|和解|没收|\b(?:fine|penalt|damages|settle|pay|paid|compensat|award|judg|verdict)/u.test(
    lower,
  );
}

function isDealValue(units: readonly Unit[], at: number): boolean {
  const before = units.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  return (
    before.some((word) => word.startsWith('valued')) &&
    before.some((word) => /^(?:deal|transaction|offer|shares|stock|stake)$/u.test(word))
  );
}

function isTime({ entity }: Unit): boolean {
  return entity?.quantity?.type === 'date' || entity?.quantity?.type === 'duration';
}

/** Shares plunge 18 % is no stake, a deal valued at $2 billion costs as much, $1 billion worth of stock is sold. */
function ofType(role: AmountRole, { type: kind }: Quantity, type: EventType): AmountRole {
  if (role === 'stake' && (type === 'stock_move' || type === 'coin_move'))
    return kind === 'percent' ? 'change' : 'other';
  if (kind !== 'money') return role;
  if (isJudged(type) && (role === 'investment' || role === 'acquisition')) return 'other';
  if (type === 'acquisition' && role === 'investment') return 'acquisition';
  return role;
}

/** 14 per cent, in three words. */
function perCent(clause: Clause, at: number, unit: Unit, last: Unit, type: EventType): EventAmount {
  const value = unit.entity?.quantity?.value ?? 0;
  return {
    role: roleOf(clause.units, at, { type: 'percent', value }, type),
    value,
    type: 'percent',
    unit: '%',
    text: `${unit.text} per cent`,
    start: unit.start,
    end: last.end,
  };
}

/** Behind from or against, with a mark of its currency between them at most. */
function isFrom(units: readonly Unit[], at: number): boolean {
  return [units[at - 1], units[at - 2]].some(
    (unit, back) =>
      /^(?:from|versus|against)$/u.test(unit?.lower ?? '') && (back === 0 || units[at - 1]?.cues.size === 0),
  );
}

/** Behind total funding to, total raised to. */
function isTotal(units: readonly Unit[], at: number): boolean {
  return (
    units[at - 1]?.lower === 'to' &&
    units.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'total')
  );
}

/** True of so many things in front of the Chinese verb that has its figure behind it. */
function isPassed({ units }: Clause, at: number): boolean {
  if (!/^[\u3400-\u9fff]{2,}$/u.test(units[at + 1]?.text ?? '')) return false;
  const verb = units.findIndex(
    ({ triggers }, index) =>
      index > at && triggers.some(({ type, english }) => type === 'usage_growth' && !english),
  );
  return verb > at + 1 && units.slice(verb + 1, verb + 4).some(holdsAmount);
}

/** Events that count those who work somewhere. */
const staffed = new Set<EventType>(['layoffs', 'personnel', 'restructuring']);

/** The amounts of a clause with their roles in an event of `type`. */
export function amountsOf(clause: Clause, type: EventType): EventAmount[] {
  const amounts: EventAmount[] = [];
  for (const [at, unit] of clause.units.entries()) {
    const quantity = unit.entity?.quantity;
    if (quantity === undefined || quantity.type === 'date' || quantity.type === 'duration') continue;
    // 2025 财年, in 2018: a year is no amount.
    if (
      /^(?:19|20)\d\d$/u.test(unit.text) &&
      quantity.type === 'count' &&
      !/^[人名位]/u.test(clause.units[at + 1]?.text ?? '')
    )
      continue;
    const percent = clause.units[at + 1]?.lower === 'per' ? clause.units[at + 2] : undefined;
    if (percent?.lower === 'cent' && quantity.type === 'count') {
      amounts.push(perCent(clause, at, unit, percent, type));
      continue;
    }
    // 2601 版本, 5070 显卡: the number is a part of what the thing is called.
    if (
      /^\d{4}$/u.test(unit.text) &&
      /^(?:版本?|显卡|系列|[A-Za-z]{1,2})$/u.test(clause.units[at + 1]?.text ?? '')
    )
      continue;
    // 目标价 7.40 港元: what another expects.
    if (/^(?:目标价|targets?)$/u.test(clause.units[at - 1]?.lower ?? '')) continue;
    // Bringing its total funding to $26M: all that it ever got.
    if (type === 'funding' && isTotal(clause.units, at)) continue;
    // Grew to $51 million from $37 million: what it was.
    if (isMove(type) && amounts.length > 0 && isFrom(clause.units, at)) continue;
    const played = roleOf(clause.units, at, quantity, type);
    // 涨价 1000～7000 元: neither end is how much.
    if (/^[~～]$/u.test(clause.closer) && at === clause.units.length - 1) continue;
    // 9.19 裁员: a day.
    if (played === 'staff' && quantity.type === 'count' && !Number.isInteger(quantity.value)) continue;
    // 20cm 涨停, 42 寸液晶直降: how long.
    if (quantity.type === 'measure' && (type === 'stock_move' || type === 'price_change')) continue;
    // 登顶43国下载榜: so many countries.
    if (played === 'users' && /^(?:国|个国家)/u.test(clause.units[at + 1]?.text ?? '')) continue;
    // GTX 1630 入门显卡: a number in a name.
    if (
      played === 'other' &&
      quantity.type === 'count' &&
      quantity.unit === undefined &&
      /^[A-Z]+$/u.test(clause.units[at - 1]?.text ?? '')
    )
      continue;
    // 140 万买的保时捷: what was paid for it.
    if (type === 'outage' && clause.units[at + 1]?.text.startsWith('买') === true) continue;
    // 超 1.6 万品牌成交额增长超 3 倍: how many there are, does not grow.
    if (type === 'usage_growth' && played === 'other' && quantity.type === 'count' && isPassed(clause, at))
      continue;
    // 约八成个股收跌: how many of all.
    if (/^(?:个股|股票|公司)$/u.test(clause.units[at + 1]?.text ?? '') && quantity.type === 'percent')
      continue;
    // 阳光100股权: a number in a name.
    if (played === 'stake' && quantity.type === 'count' && quantity.value < 1000) continue;
    // 暴跌 23 万人爆仓: people, but no one's staff.
    const role =
      played === 'staff' && !staffed.has(type) && clause.units[at + 1]?.text === '人' ? 'other' : played;
    if (role === 'other' && quantity.type === 'count' && quantity.value < 1000) continue;
    // 宕机因用户激增一倍: how many more there are is another's.
    if (type === 'outage' && quantity.type !== 'count') continue;
    // 暴利 20 倍的陈皮被查: how much more it is, is no part of the ruling.
    if (isJudged(type) && role === 'change') continue;
    // 七折抛售: how cheap.
    if (unit.text.endsWith('折') && type !== 'price_change') continue;
    // 裁员赔偿 N 加 9, 2N+12.
    if (type === 'layoffs' && /^(?:加|\+|\d?n)$/u.test(clause.units[at - 1]?.lower ?? '')) continue;
    // 裁员后股价跌 8%, 登陆科创板首日大涨 425%: of the share.
    if ((type === 'layoffs' || type === 'funding') && role === 'change') continue;
    // 解雇发现 17 亿美元账号的人员: no money is paid there.
    if (type === 'layoffs' && quantity.type === 'money') continue;
    // 6 款 is how many things, whatever stands beside.
    if (
      quantity.type === 'count' &&
      quantity.value < 1000 &&
      /^(?:[款个项种家条年月天日周次点]|年内|个月|小时|分钟|大)$/u.test(clause.units[at + 1]?.text ?? '')
    )
      continue;
    if (quantity.type === 'count' && quantity.value < 1000 && /[款个项种家条]$/u.test(unit.text)) continue;
    amounts.push({
      role,
      value: quantity.value,
      type: quantity.type,
      ...(quantity.currency === undefined ? {} : { currency: quantity.currency }),
      ...(quantity.unit === undefined ? {} : { unit: quantity.unit }),
      ...(quantity.bound === undefined ? {} : { bound: quantity.bound }),
      text: unit.text,
      start: unit.start,
      end: unit.end,
    });
  }
  return amounts;
}

/** True of an amount of money, also of one whose currency goes without saying: 500 亿融资. */
export function isMoney(unit: Unit): boolean {
  const quantity = unit.entity?.quantity;
  if (quantity === undefined) return false;
  return (
    quantity.type === 'money' ||
    (quantity.type === 'count' && quantity.value >= 1e6 && quantity.unit === undefined)
  );
}
