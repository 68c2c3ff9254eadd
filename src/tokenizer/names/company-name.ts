import { lazy } from '../../base/lazy.js';
import type { TermInfo } from '../../lexicon/term-info.js';
import { unitTable } from '../../text/unit-table.js';
import { isOneOf, type UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';

/** What the names of Chinese companies end with. */
const ENDINGS =
  '科技 股份 集团 银行 证券 基金 资本 半导体 微电子 光电 光学 存储 生物 制药 药业 医疗 控股 实业 重工 传媒 影业 互娱 信托 期货 人寿 财险 ' +
  '锂业 铜业 铝业 矿业 钢铁 置业 创投 动力 地产 航空 乳业';
const INDUSTRIES = new WordSet(ENDINGS);
/** Units of the longest of them. */
const LONGEST_INDUSTRY = 3;
/** What they end with as well where a headline says by its form that a company begins it. */
const BROADER = new WordSet('电子 医药 精密 机械 软件 通信 材料 电气');

/** What futures are of: indexes and goods by name, and what ends as indexes, shares and bonds do; no company that deals in them. */
const FUTURES = '期货';
const TRADED = new WordSet(
  '道琼斯 纳斯达克 标普 恒生 富时 日经 黄金 白银 原油 燃油 沥青 橡胶 天胶 白糖 棉花 豆粕 玉米 大豆 生猪 鸡蛋 苹果 红枣 纯碱 玻璃 ' +
    '铁矿 焦煤 焦炭 动力煤 螺纹钢 热卷 碳酸锂 工业硅 多晶硅 氧化铝 沪铜 沪铝 沪锌 沪铅 沪镍 沪锡 沪金 沪银 伦铜 伦铝 伦锌 伦镍 ' +
    '美油 布油 美豆 外汇 农产品 大宗商品',
);
const TRADED_LAST = '指数股债';

/** Characters that stand in no company's own name. */
const FUNCTION_CHARACTERS =
  '的了是在和与有被把将对从为也都而及又很更最不没这那其该此某各每多少几两一二三四五六七八九十大小新老好高低全总再还就只已曾正要会能可让给向由按据称说问看想做用去来到上下前后里外内等或但因如若我你他她它们男女过爆涉';

const FUNCTION = 1;
const LAST = 2;

/** What a unit is in such names: one of {@link FUNCTION_CHARACTERS}, the last one of an industry. */
const kinds = lazy(() => {
  const table = unitTable();
  for (const character of FUNCTION_CHARACTERS) table[character.charCodeAt(0)] = FUNCTION;
  for (const ending of ENDINGS.split(' ')) table[ending.charCodeAt(ending.length - 1)] |= LAST;
  return table;
});

/** Whether text[start, from) can be a company's own name, and text[from, end) tells what such companies do: 埃科光电. */
export function isCompanyName(text: UnitText, start: number, from: number, end: number): boolean {
  const kindOf = kinds();
  if (end - from > LONGEST_INDUSTRY || (kindOf[text.charCodeAt(end - 1)] & LAST) === 0) return false;
  for (let at = start; at < from; at++) if ((kindOf[text.charCodeAt(at)] & FUNCTION) !== 0) return false;
  return INDUSTRIES.hasSlice(text, from, end) && !isFuture(text, start, from, end);
}

/** Whether text[start, end), by its form what a headline tells of, ends as the names of companies do: 华锐精密. */
export function endsAsCompany(text: UnitText, start: number, end: number): boolean {
  const last = text.slice(end - 2, end);
  if (INDUSTRIES.has(last) || BROADER.has(last)) return !isFuture(text, start, end - 2, end);
  return end - start > LONGEST_INDUSTRY && INDUSTRIES.hasSlice(text, end - LONGEST_INDUSTRY, end);
}

/** Whether text[start, end) is what is traded, text[start, from), and 期货: 道琼斯期货, but not 永安期货. */
function isFuture(text: UnitText, start: number, from: number, end: number): boolean {
  if (end - from !== FUTURES.length || !text.startsWith(FUTURES, from)) return false;
  return isOneOf(text, from - 1, TRADED_LAST) || TRADED.hasSlice(text, start, from);
}

/** What a name stands for that is known as a company's by its shape alone. */
export function guessedCompany(name: string): TermInfo {
  return { canonical: name, category: 'company', guessed: true };
}
