import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, TimeZone } from '../../src/corpus/index.js';

const shanghai = new TimeZone('Asia/Shanghai');
const newYork = new TimeZone('America/New_York');

function iso(text: string | number, timeZone = shanghai): string | undefined {
  const parsed = parseDate(text, { timeZone });
  return parsed.ok ? new Date(parsed.time).toISOString() : undefined;
}

describe('dates', () => {
  const inShanghai = '2025-11-28T02:22:00.000Z';
  const same = [
    '2025-11-28T02:22:00Z',
    '2025-11-28T02:22:00.000Z',
    '2025-11-28 02:22:00+00:00',
    '2025-11-28T10:22:00+0800',
    '2025-11-28 10:22',
    '2025-11-28 10:22:00',
    '2025/11/28 10:22',
    '2025.11.28 10:22',
    '2025/11/28 10:22 AM',
    '2025年11月28日 10:22',
    '2025年11月28日 10时22分',
    '2025年11月28日10点22分00秒',
    '2025年11月28日 上午10:22',
    '28/11/2025 10:22',
    '11/28/2025, 10:22 AM',
    'Fri Nov 28 02:22:00 +0000 2025',
    'Fri, 28 Nov 2025 02:22:00 GMT',
    'Fri, 28 Nov 2025 10:22:00 +0800',
    '28 Nov 2025 10:22',
    'Nov 28, 2025 · 2:22 AM UTC',
    'November 28, 2025 at 10:22 AM',
    '20251128T022200Z',
    '20251128102200',
    '1764296520',
    '1764296520000',
    '1764296520.000',
  ];
  for (const text of same) {
    it(`are read: ${text}`, () => {
      expect(iso(text)).toBe(inShanghai);
    });
  }

  it('may be numbers', () => {
    expect(iso(1764296520)).toBe(inShanghai);
    expect(iso(1764296520000)).toBe(inShanghai);
  });

  it('without a time are the first moment of the day in the zone', () => {
    expect(iso('2025-11-28')).toBe('2025-11-27T16:00:00.000Z');
    expect(iso('20251128')).toBe('2025-11-27T16:00:00.000Z');
    expect(iso('2025年11月28日')).toBe('2025-11-27T16:00:00.000Z');
    expect(iso('2025-07-01', newYork)).toBe('2025-07-01T04:00:00.000Z');
    expect(iso('2025-12-01', newYork)).toBe('2025-12-01T05:00:00.000Z');
  });

  it('follow the clock changes of the zone', () => {
    expect(iso('2025-11-02 00:30', newYork)).toBe('2025-11-02T04:30:00.000Z');
    expect(iso('2025-11-02 12:00', newYork)).toBe('2025-11-02T17:00:00.000Z');
  });

  const refused: readonly (readonly [text: string, reason: string])[] = [
    ['01/02/2025', 'told apart'],
    ['1-2-2025 10:00', 'told apart'],
    ['28/11/25', 'two digits'],
    ['2025-02-30', 'does not exist'],
    ['2025-13-01', 'does not exist'],
    ['2025-11-28 25:00', 'does not exist'],
    ['11月28日 10:22', 'without its year'],
    ['11-28 10:22', 'without its year'],
    ['5分钟前', 'without its year'],
    ['今天 10:22', 'without its year'],
    ['2025-11-28 10:22 CST', 'time zone'],
    ['0000-00-00', 'year'],
    ['soon', 'not a date'],
    ['12345', 'not a date'],
    ['', 'not a date'],
  ];
  for (const [text, reason] of refused) {
    it(`are refused with the reason: ${JSON.stringify(text)}`, () => {
      const parsed = parseDate(text, { timeZone: shanghai });
      expect(parsed).toEqual({ ok: false, reason: expect.stringContaining(reason) });
    });
  }

  it('of ambiguous order are settled by the option', () => {
    expect(parseDate('01/02/2025', { timeZone: shanghai, dateOrder: 'dmy' })).toEqual(
      parseDate('2025-02-01', { timeZone: shanghai }),
    );
    expect(parseDate('01/02/2025', { timeZone: shanghai, dateOrder: 'mdy' })).toEqual(
      parseDate('2025-01-02', { timeZone: shanghai }),
    );
  });

  it('come back from ISO 8601 whatever the instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
        (date) => {
          expect(iso(date.toISOString())).toBe(date.toISOString());
          expect(parseDate(date.getTime(), { timeZone: shanghai })).toMatchObject({ ok: true });
        },
      ),
    );
  });

  it('never make the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/:.TZ +年月日APM,') }), (text) => {
        const parsed = parseDate(text, { timeZone: newYork });
        if (parsed.ok) expect(Number.isSafeInteger(parsed.time)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
