import type { Quantity } from './token.js';

/** A number in a text, with its unit. */
export interface NumberMatch {
  readonly end: number;
  readonly quantity: Quantity;
}

/*
 * Numbers are rare in a text, so patterns are tried only where a digit, a sign of money, a word of approximation
 * or a Chinese numeral stands. All are sticky and bounded, so each costs the length of what it matches.
 */

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+';
const MAGNITUDE =
  '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦字])|百(?![度分])|trillion\\b|billion\\b|million\\b|thousand\\b|bn\\b|mn\\b|tn\\b|[kKMBTmb](?![A-Za-z0-9])';
const CURRENCY_BEFORE = 'US\\$|HK\\$|NT\\$|A\\$|C\\$|S\\$|RMB|CNY|USD|EUR|[$¥€£₩₹]';
const CURRENCY_AFTER =
  '美元|美金|人民币|元人民币|港元|港币|日元|韩元|欧元|英镑|新台币|台币|卢比|新元|瑞士法郎|元|块钱|块(?![^\\s\\d，。！？、；：,.!?])|USDT|USD|RMB|CNY|EUR|HKD|JPY|dollars?\\b|yuan\\b|euros?\\b|bucks\\b';
const BOUND =
  '近|约为?|大约|将近|接近|超过|超|逾|突破|不到|不足|低于|高于|至少|最多|多达|高达|over |about |around |nearly |almost |more than |less than |up to |under |at least |~|≈|>|<|≥|≤';

const amountPattern = new RegExp(
  `(${BOUND})?\\s?(?:([+−-])(?=[\\d.$¥€£]))?(${CURRENCY_BEFORE})?\\s?(${DIGITS})(?:\\s?(?:-|–|—|~|到|至)\\s?(?:${CURRENCY_BEFORE})?(${DIGITS}))?(\\+)?(\\s?(?:${MAGNITUDE}))?(\\+|多|余|来)?`,
  'iy',
);
const datePatterns: readonly RegExp[] = [
  /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?/y,
  /()(\d{1,2})月(?:(\d{1,2})[日号]|份)/y,
  /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
];
const quarterPatterns: readonly RegExp[] = [
  /Q([1-4])(?:\s?(?:of\s)?(\d{4}|'\d{2}))?(?![A-Za-z0-9])/iy,
  /(\d{4})\s?(?:年)?(?:Q([1-4])|第([一二三四])季度)/iy,
  /()第([一二三四])季度/y,
];
const timePattern = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/y;

const currencies = new Map<string, string>([
  ...(['$', 'us$', 'usd', 'usdt', '美元', '美金', 'dollar', 'dollars', 'bucks'] as const).map(
    (name) => [name, 'USD'] as const,
  ),
  ...(['¥', 'rmb', 'cny', '元', '人民币', '元人民币', '块', '块钱', 'yuan'] as const).map(
    (name) => [name, 'CNY'] as const,
  ),
  ...(['€', 'eur', '欧元', 'euro', 'euros'] as const).map((name) => [name, 'EUR'] as const),
  ...(['£', '英镑'] as const).map((name) => [name, 'GBP'] as const),
  ...(['hk$', 'hkd', '港元', '港币'] as const).map((name) => [name, 'HKD'] as const),
  ...(['nt$', '新台币', '台币'] as const).map((name) => [name, 'TWD'] as const),
  ...(['₩', '韩元'] as const).map((name) => [name, 'KRW'] as const),
  ...(['jpy', '日元'] as const).map((name) => [name, 'JPY'] as const),
  ...(['₹', '卢比'] as const).map((name) => [name, 'INR'] as const),
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['s$', 'SGD'],
  ['新元', 'SGD'],
  ['瑞士法郎', 'CHF'],
]);

const magnitudes = new Map<string, number>([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['十万', 1e5],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['十亿', 1e9],
  ['百亿', 1e10],
  ['千亿', 1e11],
  ['万亿', 1e12],
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
]);

const bounds = new Map<string, NonNullable<Quantity['bound']>>([
  ...(
    ['约', '约为', '大约', 'about', 'around', '~', '≈', '近', '将近', '接近', 'nearly', 'almost'] as const
  ).map((word) => [word, 'about'] as const),
  ...(['超过', '超', '逾', '突破', '高于', '至少', 'over', 'more than', 'at least', '>', '≥'] as const).map(
    (word) => [word, 'over'] as const,
  ),
  ...(['不到', '不足', '低于', '最多', '多达', '高达', 'less than', 'up to', 'under', '<', '≤'] as const).map(
    (word) => [word, 'under'] as const,
  ),
]);

interface Unit {
  readonly pattern: RegExp;
  readonly type: Quantity['type'];
  readonly unit?: (match: RegExpExecArray) => string;
}

/** Units after a number, the more telling ones first. */
const units: readonly Unit[] = [
  { pattern: /\s?(?:%|个?百分点|percent\b|pct\b)/iy, type: 'percent' },
  { pattern: /\s?(?:倍|x(?![A-Za-z0-9])|×(?!\s?\d)|times\b|-?fold\b)/iy, type: 'multiple' },
  {
    pattern: /\s?(?:个?(?:激活)?参数|(?:active )?param(?:eter)?s?\b)/iy,
    type: 'parameters',
    unit: () => '参数',
  },
  {
    pattern: /\s?(?:的?上下文(?:窗口|长度)?|context\b|(?:个\s?)?tokens?\b)/iy,
    type: 'tokens',
    unit: () => 'token',
  },
  {
    pattern:
      /\s?(小时|分钟|秒钟?|毫秒|个月|星期|周(?!围|边|末|[一二三四五六日])|天(?!气|才|下|然)|年(?!轻|级|薪|报|度|底|初|代)|岁|hours?\b|hrs?\b|minutes?\b|mins?\b|seconds?\b|ms\b|days?\b|weeks?\b|months?\b|years?\b)/iy,
    type: 'duration',
    unit: (match) => match[1] as string,
  },
  {
    pattern:
      /\s?(GW|MW|kW|W|GWh|MWh|kWh|TB|GB|MB|KB|PB|Gbps|Mbps|GHz|MHz|nm|mm|cm|km|kg|公里|千米|米|厘米|纳米|吨|公斤|千克|克|吉瓦|兆瓦|千瓦|瓦|度电|平方米|亩|FLOPS|TFLOPS|PFLOPS|EFLOPS|TOPS|fps|tok\/s|°C|℃)(?![A-Za-z])/y,
    type: 'measure',
    unit: (match) => match[1] as string,
  },
  {
    pattern:
      /\s?(名?用户|月活(?:用户)?|日活(?:用户)?|人次|员工|开发者|粉丝|下载|人(?!工|才|类|民|物|机)|名|位|家|款|篇|条|项|个(?!人|性)|次|台|辆|张|枚|颗|块|座|部|场|轮|股|只|件|份|期|集|行|步|页|字|users?\b|people\b|employees\b|developers\b|downloads\b|stars?\b|GPUs?\b|models?\b|papers?\b|customers\b|companies\b|lines\b|layers\b)/iy,
    type: 'count',
    unit: (match) => match[1] as string,
  },
];
const perPattern =
  /\s?(?:\/\s?|每|per |an? )(百万\s?tokens?|million tokens|M\s?tokens?|月|年|天|周|人|次|小时|分钟|秒|股|张|token|month|mo|year|yr|day|week|hour|hr|user|share|seat|s)(?![A-Za-z])/iy;

const perNames = new Map<string, string>([
  ...(['month', 'mo'] as const).map((name) => [name, '月'] as const),
  ...(['year', 'yr'] as const).map((name) => [name, '年'] as const),
  ['day', '天'],
  ['week', '周'],
  ['hour', '小时'],
  ['hr', '小时'],
  ['s', '秒'],
  ['user', '人'],
  ['share', '股'],
]);

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function pad(digits: string): string {
  return digits.padStart(2, '0');
}

function dateAt(text: string, start: number): NumberMatch | undefined {
  const long = exec(datePatterns[0] as RegExp, text, start);
  const [year = '', month, day] = long === null ? [] : long.slice(1);
  if (long !== null && inRange(month, day)) {
    const quarter = exec(quarterPatterns[1] as RegExp, text, start);
    if (quarter === null || quarter[0].length <= long[0].length) {
      const date = [year, month, day]
        .filter((part) => part !== undefined)
        .map(pad)
        .join('-');
      return { end: start + long[0].length, quantity: { value: Number(year), type: 'date', date } };
    }
  }
  const short = exec(datePatterns[1] as RegExp, text, start);
  if (short !== null && inRange(short[2], short[3])) {
    const date = `--${[short[2], short[3]]
      .filter((part) => part !== undefined)
      .map((part) => pad(part as string))
      .join('-')}`;
    return { end: start + short[0].length, quantity: { value: Number.NaN, type: 'date', date } };
  }
  const iso = exec(datePatterns[2] as RegExp, text, start);
  if (iso !== null && inRange(iso[3], iso[4])) {
    const date = `${iso[1]}-${pad(iso[3] as string)}-${pad(iso[4] as string)}`;
    return { end: start + iso[0].length, quantity: { value: Number(iso[1]), type: 'date', date } };
  }
  return quarterAt(text, start);
}

function inRange(month: string | undefined, day: string | undefined): boolean {
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= 31);
}

function quarterAt(text: string, start: number): NumberMatch | undefined {
  const first = exec(quarterPatterns[0] as RegExp, text, start);
  const other =
    first ??
    exec(quarterPatterns[1] as RegExp, text, start) ??
    exec(quarterPatterns[2] as RegExp, text, start);
  if (other === null) return undefined;
  const quarter = first !== null ? first[1] : (other[2] ?? other[3]);
  const year = (first !== null ? first[2] : other[1])?.replace("'", '20') ?? '';
  const number = '一二三四'.indexOf(quarter as string) + 1 || Number(quarter);
  const date = year === '' ? `--Q${number}` : `${year}-Q${number}`;
  return {
    end: start + other[0].length,
    quantity: { value: year === '' ? Number.NaN : Number(year), type: 'date', date },
  };
}

/**
 * The number, amount or date that begins at `start` of a width-folded text: with the word of approximation
 * before it, sign, currency, magnitude, unit and rate. Undefined if none does.
 */
export function numberAt(text: string, start: number): NumberMatch | undefined {
  const date = dateAt(text, start);
  if (date !== undefined) return date;
  const time = exec(timePattern, text, start);
  if (time !== null) {
    return { end: start + time[0].length, quantity: { value: Number.NaN, type: 'measure', unit: '时刻' } };
  }
  const match = exec(amountPattern, text, start);
  if (match === null || match[4] === undefined) return chineseAt(text, start);
  const [whole, boundWord, sign, before, digits, upper, plus, magnitudeWord, more] = match;
  let end = start + whole.length;
  const magnitude = magnitudes.get((magnitudeWord ?? '').trim().toLowerCase()) ?? 1;
  const low = Number((digits as string).replace(/,/g, ''));
  const high = upper === undefined ? low : Number(upper.replace(/,/g, ''));
  // 3-5 is a range, 2025-11 is none.
  const value =
    (upper === undefined || high < low ? low : (low + high) / 2) *
    magnitude *
    (sign === '-' || sign === '−' ? -1 : 1);
  let bound = bounds.get((boundWord ?? '').trim().toLowerCase());
  if (bound === undefined && (plus !== undefined || more === '+' || more === '余' || more === '多'))
    bound = 'over';
  if (bound === undefined && (more === '来' || (upper !== undefined && high > low))) bound = 'about';
  const qualified = bound === undefined ? {} : { bound };

  const after = exec(currencyPattern, text, end);
  const currencyWord = before ?? after?.[1];
  if (currencyWord !== undefined) {
    if (
      after !== null &&
      (before === undefined || currencies.get(after[1]?.toLowerCase() ?? '') !== undefined)
    )
      end += after[0].length;
    const currency = currencies.get(currencyWord.toLowerCase()) ?? 'USD';
    const rate = exec(perPattern, text, end);
    if (rate !== null) end += rate[0].length;
    const per =
      rate === null ? {} : { per: perNames.get((rate[1] as string).toLowerCase()) ?? (rate[1] as string) };
    return { end, quantity: { value, type: 'money', currency, ...per, ...qualified } };
  }
  for (const { pattern, type, unit } of units) {
    const found = exec(pattern, text, end);
    if (found === null) continue;
    return {
      end: end + found[0].length,
      quantity: { value, type, ...(unit === undefined ? {} : { unit: unit(found) }), ...qualified },
    };
  }
  // 8B alone speaks of a model's size; a letter that is no unit here belongs to a word.
  if (/^[A-Za-z]/.test(text.slice(end, end + 1)) && /\d$/.test(whole)) return undefined;
  return { end, quantity: { value, type: 'count', ...qualified } };
}

const currencyPattern = new RegExp(`\\s?(${CURRENCY_AFTER})`, 'iy');

const chinesePattern =
  /(近|约|大约|将近|接近|超过|超|逾|不到|不足|至少)?([零〇一二两三四五六七八九十百千万亿]{1,12})(多|余|来)?(成(?![功为立果本员长熟就])|倍|美元|美金|元|人民币|港元|欧元|日元|个百分点|亿(?=美元|元)|家公司|名员工|亿参数)/y;
const numerals = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
numerals.set('〇', 0).set('两', 2);
const chineseMagnitudes = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 三成, 两千万美元, 十倍: Chinese numerals count only with a unit, because many are parts of words. */
function chineseAt(text: string, start: number): NumberMatch | undefined {
  const match = exec(chinesePattern, text, start);
  if (match === null) return undefined;
  const [whole, boundWord, digits = '', more, unit = ''] = match;
  let value = chineseValue(digits);
  if (value === undefined) return undefined;
  let end = start + whole.length;
  const bound =
    bounds.get(boundWord ?? '') ?? (more === '来' ? 'about' : more !== undefined ? 'over' : undefined);
  const qualified = bound === undefined ? {} : { bound };
  if (unit === '成') return { end, quantity: { value: value * 10, type: 'percent', ...qualified } };
  if (unit === '个百分点') return { end, quantity: { value, type: 'percent', ...qualified } };
  if (unit === '倍') return { end, quantity: { value, type: 'multiple', ...qualified } };
  if (unit === '亿参数')
    return { end, quantity: { value: value * 1e8, type: 'parameters', unit: '参数', ...qualified } };
  if (unit === '家公司' || unit === '名员工') {
    return { end, quantity: { value, type: 'count', unit: unit.slice(1), ...qualified } };
  }
  let currency = currencies.get(unit);
  if (currency === undefined) {
    value *= 1e8;
    const name = exec(currencyPattern, text, end);
    currency = currencies.get(name?.[1] ?? '') ?? 'CNY';
    end += name?.[0].length ?? 0;
  }
  return { end, quantity: { value, type: 'money', currency, ...qualified } };
}

/** Value of a Chinese numeral such as 三千二百万; undefined if it is none. */
function chineseValue(digits: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const sign of digits) {
    const plain = numerals.get(sign);
    const step = chineseMagnitudes.get(sign);
    if (plain !== undefined) {
      digit = plain;
    } else if (step !== undefined) {
      section += (digit < 0 ? 1 : digit) * step;
      digit = -1;
    } else {
      const large = sign === '万' ? 1e4 : 1e8;
      section += Math.max(digit, 0);
      if (section === 0 && total === 0) return undefined;
      total =
        section === 0 ? total * large : large > 1e4 ? (total + section) * large : total + section * large;
      section = 0;
      digit = -1;
    }
  }
  return total + section + Math.max(digit, 0);
}
