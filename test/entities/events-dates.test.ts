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
    ['谷歌上月5日收购了 Wiz', 'statement 2026-12-05'],
    ['谷歌上个月 15 日收购了 Wiz', 'statement 2026-12-15'],
    ['谷歌将于下月 5 日发布 Gemini 4', 'plan 2027-02-05'],
    ['谷歌将于次月1日发布 Gemini 4', 'plan 2027-02-01'],
    ['谷歌2月29日发布 Gemini 4', 'statement -'],
  ])('%s', (text, date) => {
    expect(dated(text)).toEqual([date]);
  });
});

describe('a clause that says when', () => {
  test.each<[string, string[]]>([
    ['12月30日，谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['昨日，谷歌收购了 Wiz', ['statement 2027-01-02']],
    ['昨天下午，谷歌收购了 Wiz', ['statement 2027-01-02']],
    ['周五，谷歌收购了 Wiz', ['statement 2027-01-01']],
    ['2023年3月14日，谷歌发布 Gemini', ['statement 2023-03-14']],
    ['去年11月，谷歌收购了 Wiz', ['statement 2026-11']],
    ['早在2019年，微软就投资了 OpenAI', ['statement 2019']],
    ['当地时间12月30日，谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['北京时间12月31日凌晨，谷歌收购了 Wiz', ['statement 2026-12-31']],
    ['纽约时间12月30日，谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['美国东部时间12月30日，谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['At 10 a.m. on Dec. 30, Google acquired Wiz', ['statement 2026-12-30']],
    ['12月30日 谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['【12月30日】谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['（12月30日）谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['昨天｜谷歌收购了 Wiz', ['statement 2027-01-02']],
    ['谷歌收购了 Wiz，时间为12月30日', ['statement 2026-12-30']],
    ['On Dec. 30, Google acquired Wiz', ['statement 2026-12-30']],
    ['On the morning of Dec. 30, Google acquired Wiz', ['statement 2026-12-30']],
    ['Yesterday, Google acquired Wiz', ['statement 2027-01-02']],
    ['In 2024, Google acquired Wiz', ['statement 2024']],
    ['Google, on Dec. 30, acquired Wiz', ['statement 2026-12-30']],
    ['Google acquired Wiz, on Dec. 30', ['statement 2026-12-30']],
    ['12月30日，据彭博社报道，谷歌收购了 Wiz', ['statement 2026-12-30']],
    ['12月30日，谷歌发布 Gemini 4，并收购 Wiz', ['statement 2026-12-30', 'statement 2026-12-30']],
    ['12月30日，谷歌表示，去年收购了 Wiz', ['statement -']],
    ['截至12月30日，谷歌裁员5000人', ['statement -']],
    ['2024年，谷歌将发布 Gemini 4', ['plan -']],
    ['2028年，谷歌将发布 Gemini 4', ['plan 2028']],
  ])('%s', (text, dates) => {
    expect(dated(text)).toEqual(dates);
  });

  test.each<[string, string]>([
    ['财联社12月30日电，谷歌收购了 Wiz', 'statement 2026-12-30'],
    ['IT之家 12 月 30 日消息，谷歌收购了 Wiz', 'statement 2026-12-30'],
    ['据新华社12月30日报道，谷歌收购了 Wiz', 'statement 2026-12-30'],
    ['财联社12月30日电，12月28日，谷歌收购了 Wiz', 'statement 2026-12-28'],
    ['财联社12月30日电，谷歌去年收购了 Wiz', 'statement -'],
    ['财联社12月30日电，谷歌将收购 Wiz', 'plan -'],
  ])('the day of the report, if there is no other: %s', (text, date) => {
    expect(dated(text)).toEqual([date]);
  });
});

test('no day beyond the calendar', () => {
  const text = '谷歌明天发布 Gemini 4';
  const [event] = extractEvents(text, tokenizer.segment(text), { postDay: '9999-12-31' });
  expect(event?.date).toBeUndefined();
});
