import { describe, expect, it } from 'vitest';
import type { AnalysedPost } from '../../src/report/analysis/analysed-post.js';
import { isOfOneForm, machineMade } from '../../src/report/analysis/templates.js';

const post = (text: string, ...toldTerms: string[]): AnalysedPost =>
  ({ text, toldTerms }) as unknown as AnalysedPost;
const words = ['sunrise', 'sunset', 'current', 'temp', 'humidity', 'wind', 'speed', 'hr'];

describe('machineMade', () => {
  const weather = [1, 2, 3, 4, 5].map((hour) =>
    post(`Sunrise: 07:17 Sunset: 18:09 Temp: 1${hour} C Humidity: 2${hour} %`, ...words, `status${hour}`),
  );

  it('finds posts that a machine fills in with other numbers', () => {
    expect(machineMade(weather).size).toBe(5);
    expect(machineMade(weather.slice(1)).size).toBe(0);
  });

  it('leaves a headline that many sites take over, and one told again with another number', () => {
    const copies = weather.map(() => post('2 of 3 in 2026', ...words));
    const told = [1, 2, 3, 4, 5].map((dead) => post(`Quake: ${dead} dead`, 'quake', 'dead'));
    expect(machineMade([...copies, ...told]).size).toBe(0);
  });
});

describe('isOfOneForm', () => {
  it('is true of posts that say the same of different people, and of no others', () => {
    const [own, other] = [post('', '汪苏泷', '获奖', '感言'), post('', '刘宇宁', '获奖', '感言')];
    expect(isOfOneForm([own, other], own)).toBe(true);
    const [whole, part] = [post('', '男子', '餐厅', '鱼线', '鱼钩'), post('', '餐厅', '鱼线', '鱼钩')];
    expect(isOfOneForm([whole, part], whole)).toBe(false);
  });
});
