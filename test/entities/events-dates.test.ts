/** The day of a deed, from that of the post: the year that it has not, and days of the week. */
import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

/** 3 January 2027 is a Sunday. */
function dated(text: string): (string | undefined)[] {
  return extractEvents(text, tokenizer.segment(text), { postDay: '2027-01-03' }).map(
    ({ modality, date }) => `${modality} ${date ?? '-'}`,
  );
}

describe('a day', () => {
  test.each<[string, string]>([
    ['谷歌12月30日收购了 Wiz', 'statement 2026-12-30'],
    ['Google acquired Wiz on December 30', 'statement 2026-12-30'],
    ['谷歌12月发布了 Gemini 4', 'statement 2026-12'],
    ['谷歌1月20日发布了 Gemini 4', 'statement 2026-01-20'],
    ['谷歌1月2日发布了 Gemini 4', 'statement 2027-01-02'],
    ['谷歌1月20日发布 Gemini 4', 'plan 2027-01-20'],
    ['谷歌将于12月30日发布 Gemini 4', 'plan 2027-12-30'],
    ['谷歌 30 日收购了 Wiz', 'statement 2026-12-30'],
    ['10 日宁德时代一度跌超 8%', 'statement 2026-12-10'],
    ['谷歌 2 日发布 Gemini 4', 'statement 2027-01-02'],
    ['谷歌将于 30 日发布 Gemini 4', 'plan 2027-01-30'],
    ['谷歌将于 2 日发布 Gemini 4', 'plan 2027-02-02'],
    ['谷歌前天发布了 Gemini 4', 'statement 2027-01-01'],
    ['谷歌后天发布 Gemini 4', 'plan 2027-01-05'],
    ['Google acquired Wiz yesterday', 'statement 2027-01-02'],
    ['Google acquired Wiz tonight', 'statement 2027-01-03'],
    ['谷歌于周五发布 Gemini 4', 'statement 2027-01-01'],
    ['谷歌周一发布了 Gemini 4', 'statement 2026-12-28'],
    ['谷歌于周一发布 Gemini 4', 'statement -'],
    ['谷歌本周三发布了 Gemini 4', 'statement 2026-12-30'],
    ['谷歌上周五收购了 Wiz', 'statement 2026-12-25'],
    ['谷歌将于周五发布 Gemini 4', 'plan 2027-01-08'],
    ['谷歌下周一发布 Gemini 4', 'plan 2027-01-04'],
    ['Google acquired Wiz on Tuesday', 'statement 2026-12-29'],
    ['Google acquired Wiz last Friday', 'statement 2027-01-01'],
    ['Google will launch Gemini 4 on Tuesday', 'plan 2027-01-05'],
    ['谷歌每周一发布 Gemini 更新', 'statement -'],
    ['Amazon releases Black Friday deals', 'statement -'],
  ])('%s', (text, date) => {
    expect(dated(text)).toEqual([date]);
  });
});
