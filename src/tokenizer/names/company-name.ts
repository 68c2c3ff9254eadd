import { lazy } from '../../base/lazy.js';
import type { TermInfo } from '../../lexicon/term-info.js';
import { unitTable } from '../../text/unit-table.js';
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
export function isCompanyName(text: string, start: number, from: number, end: number): boolean {
  const kindOf = kinds();
  if (end - from > LONGEST_INDUSTRY || (kindOf[text.charCodeAt(end - 1)] & LAST) === 0) return false;
  for (let at = start; at < from; at++) if ((kindOf[text.charCodeAt(at)] & FUNCTION) !== 0) return false;
  return INDUSTRIES.hasSlice(text, from, end);
}

/** Whether text[start, end), by its form what a headline tells of, ends as the names of companies do: 华锐精密. */
export function endsAsCompany(text: string, start: number, end: number): boolean {
  const last = text.slice(end - 2, end);
  if (INDUSTRIES.has(last) || BROADER.has(last)) return true;
  return end - start > LONGEST_INDUSTRY && INDUSTRIES.hasSlice(text, end - LONGEST_INDUSTRY, end);
}

/** What a name stands for that is known as a company's by its shape alone. */
export function guessedCompany(name: string): TermInfo {
  return { canonical: name, category: 'company', guessed: true };
}
