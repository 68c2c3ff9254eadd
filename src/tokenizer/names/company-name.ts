import type { TermInfo } from '../../lexicon/term-info.js';
import { WordSet } from '../../text/word-set.js';

/** What the names of Chinese companies end with. */
const INDUSTRIES = new WordSet(
  '科技 股份 集团 银行 证券 基金 资本 半导体 微电子 光电 光学 存储 生物 制药 药业 医疗 控股 实业 重工 传媒 影业 互娱 信托 期货 人寿 财险 ' +
    '锂业 铜业 铝业 矿业 钢铁 置业 创投 动力 地产 航空 乳业',
);
/** Units of the longest of them. */
const LONGEST_INDUSTRY = 3;
/** What they end with as well where a headline says by its form that a company begins it. */
const BROADER = new WordSet('电子 医药 精密 机械 软件 通信 材料 电气');

/** Characters that begin no company's name by themselves. */
const FUNCTION_CHARACTERS = new WordSet(
  '的了是在和与有被把将对从为也都而及又很更最不没这那其该此某各每多少几两一二三四五六七八九十大小新老好高低全总再还就只已曾正要会能可让给向由按据称说问看想做用去来到上下前后里外内等或但因如若我你他她它们男女过爆涉',
  '',
);

/** Whether text[start, from) can be a company's own name, and text[from, end) tells what such companies do: 埃科光电. */
export function isCompanyName(text: string, start: number, from: number, end: number): boolean {
  for (let at = start; at < from; at++) if (FUNCTION_CHARACTERS.has(text.charAt(at))) return false;
  return end - from <= LONGEST_INDUSTRY && INDUSTRIES.has(text.slice(from, end));
}

/** Whether text[start, end), by its form what a headline tells of, ends as the names of companies do: 华锐精密. */
export function endsAsCompany(text: string, start: number, end: number): boolean {
  const last = text.slice(end - 2, end);
  if (INDUSTRIES.has(last) || BROADER.has(last)) return true;
  return end - start > LONGEST_INDUSTRY && INDUSTRIES.has(text.slice(end - LONGEST_INDUSTRY, end));
}

/** What a name stands for that is known as a company's by its shape alone. */
export function guessedCompany(name: string): TermInfo {
  return { canonical: name, category: 'company', guessed: true };
}
