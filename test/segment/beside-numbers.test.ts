import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const words = (text: string): string[] => tokenizer.segment(text).map((token) => token.text);

describe('日 behind a month and a day closes the date', () => {
  it.each([
    ['2月25日本田发布财报', '2月25日', '本田'],
    ['2 月 25 日本田发布财报', '2 月 25 日', '本田'],
    ['5月5日立夏', '5月5日', '立夏'],
    ['12月21日本土新增57例', '12月21日', '本土'],
    ['３月１０日产能扩大', '３月１０日', '产能'],
    ['2026年1月8日经济数据', '2026年1月8日', '经济'],
    ['6月30日前完成', '6月30日', '前'],
  ])('%s', (text, date, next) => {
    const tokens = tokenizer.segment(text);
    expect(tokens[0]).toMatchObject({ text: date, kind: 'number', quantity: { type: 'date' } });
    expect(tokens[1]?.text).toBe(next);
  });

  it('and begins a word elsewhere', () => {
    expect(words('去了25日本人都')).toContain('日本');
    expect(words('日本田中')).toContain('日本');
  });

  it('the same in JavaScript as in WebAssembly', () => {
    const plain = Tokenizer.loadSync();
    plain.deleteWord('鼀鼁');
    for (const text of ['2月25日本田发布', '1月2日立夏，3月4日本土', '13月5日本', '月日'])
      expect(plain.segment(text)).toEqual(tokenizer.segment(text));
  });

  it('in time proportional to the text', () => {
    const tokens = tokenizer.segment('2月25日本田'.repeat(3000));
    expect(tokens.filter(({ text }) => text === '本田')).toHaveLength(3000);
  });
});

describe('an amount written right behind a Latin name', () => {
  it.each([
    ['小米二手SU7 Ultra35万没人要', 'SU7 Ultra', '35万'],
    ['SU7 Ultra52.99万元', 'SU7 Ultra', '52.99万元'],
    ['Meta1000亿投AI', 'Meta', '1000亿'],
    ['Jennie50亿韩元买楼', 'Jennie', '50亿韩元'],
    ['Labubu99元', 'Labubu', '99元'],
    ['SpaceX29亿美元', 'SpaceX', '29亿美元'],
    ['ModelY26.35万', 'ModelY', '26.35万'],
    ['Model Y26.35万元', 'Model Y', '26.35万元'],
    ['OpenAI12月30日发布', 'OpenAI', '12月30日'],
    ['Google2027年推出', 'Google', '2027年'],
    ['Tesla2025年销量', 'Tesla', '2025'],
    ['AWS3小时宕机', 'AWS', '3小时'],
    ['Anthropic30日宣布', 'Anthropic', '30日'],
    ['ETH3000美元', 'ETH', '3000美元'],
    ['Nvidia5名高管', 'Nvidia', '5'],
    ['BIGBANG20周年', 'BIGBANG', '20'],
    ['BTC3连涨', 'BTC', '3'],
    ['要TikTok50%所有权', 'TikTok', '50%'],
    ['ChatGPT10亿用户', 'ChatGPT', '10亿'],
    ['Claude5分钟写完代码', 'Claude', '5分钟'],
    ['Kimi3天用户破千万', 'Kimi', '3天'],
    ['DeepSeek9月6日起取消', 'DeepSeek', '9月6日'],
    ['GPT600亿', 'GPT', '600亿'],
    ['iPhone18萬元', 'iPhone', '18萬元'],
  ])('%s', (text, name, amount) => {
    const found = words(text);
    expect(found.slice(found.indexOf(name), found.indexOf(name) + 2)).toEqual([name, amount]);
  });

  it.each([
    ['用Sora 2分钟生成', 'Sora', '2分钟'],
    ['Gemini 3美元一个月', 'Gemini', '3美元'],
    ['Grok 4小时', 'Grok', '4小时'],
    ['Llama 4周年', 'Llama', '4'],
  ])('no version in %s', (text, name, amount) => {
    const found = words(text);
    expect(found.slice(found.indexOf(name), found.indexOf(name) + 3)).toEqual([name, ' ', amount]);
  });

  it.each([
    'INTO1元旦',
    'INTO1万圣节',
    'Qwen3万亿参数',
    'PS5万元',
    'Qwen3天降神兵',
    'YU7月底上市',
    'Switch2日版',
    'AG600年底首飞',
    'MU5735家属',
    'SU7周销量',
    'YU7周交付',
    'Switch 2周销量',
    'GPT-5周活用户',
  ])('%s keeps its number', (text) => {
    expect(words(text)[0]).toMatch(/\d$/u);
  });
});

describe('products by number', () => {
  it.each([
    ['麒麟9040', 'Kirin 9040', 'hardware'],
    ['麒麟 9030 Pro', 'Kirin 9030 Pro', 'hardware'],
    ['天玑9600', 'Dimensity 9600', 'hardware'],
    ['骁龙8 Elite Gen 6', 'Snapdragon 8 Elite Gen 6', 'hardware'],
    ['Windows 11 25H2', 'Windows 11 25H2', 'product'],
    ['OPPO Find X10', 'OPPO Find X10', 'hardware'],
    ['宝马iX4', 'BMW iX4', 'product'],
  ])('%s is %s', (text, canonical, category) => {
    expect(tokenizer.segment(`发布${text}，很强`)[1]).toMatchObject({ text, term: { canonical, category } });
  });

  it('a chip that is a word needs its number', () => {
    expect(tokenizer.segment('麒麟才子').some(({ kind }) => kind === 'term')).toBe(false);
  });
});

describe('names that are easily taken for one another', () => {
  it.each([
    ['抖音', 'Douyin'],
    ['TikTok', 'TikTok'],
    ['标普500指数', 'S&P 500'],
    ['沪指', 'Shanghai Composite'],
    ['DDR4', 'DDR4'],
    ['NVDA', 'Nvidia'],
    ['川普', 'Donald Trump'],
    ['SWE-bench Verified', 'SWE-bench Verified'],
    ['SWE-Bench Pro', 'SWE-bench Pro'],
    ['ARC-AGI-2', 'ARC-AGI-2'],
    ['MIT 开源协议', 'MIT License'],
    ['MIT', 'MIT'],
  ])('%s is %s', (text, canonical) => {
    expect(tokenizer.segment(`${text}，`)[0]?.term?.canonical).toBe(canonical);
  });
});

describe('designations of aircraft and missiles', () => {
  it.each([
    ['首架歼-20S亮相', '歼-20S', '歼-20S'],
    ['歼20首飞', '歼20', '歼-20'],
    ['运-20B交付', '运-20B', '运-20B'],
    ['东风41核导弹', '东风41', '东风-41'],
    ['米格-29坠毁', '米格-29', '米格-29'],
  ])('%s', (text, name, canonical) => {
    const token = tokenizer.segment(text).find((each) => each.text === name);
    expect(token).toMatchObject({ kind: 'term', term: { canonical, category: 'product' } });
  });

  it.each(['运20个箱子', '得分卡-5', '比分-3', '轰20%', '歼20个'])('none in %s', (text) => {
    expect(tokenizer.segment(text).some(({ term }) => term?.category === 'product')).toBe(false);
  });
});

describe('dates and sums of other lands', () => {
  it.each([
    ['12-Nov-2025', '2025-11-12'],
    ['12-Nov-19', '2019-11-12'],
    ['2025/11', '2025-11'],
  ])('%s', (text, date) => {
    expect(tokenizer.segment(`at ${text}, then`)[2]).toMatchObject({
      text,
      quantity: { type: 'date', date },
    });
  });

  it('the season of 2011/12 is no month', () => {
    expect(tokenizer.segment('2011/12赛季')[0]).toEqual({
      text: '2011/12',
      start: 0,
      end: 7,
      kind: 'number',
    });
  });

  it.each([
    ['CA$10.4', 10.4, 'CAD'],
    ['MX$5', 5, 'MXN'],
  ])('%s', (text, value, currency) => {
    expect(tokenizer.segment(text)[0]?.quantity).toMatchObject({ value, currency });
  });

  it('0day is no duration', () => {
    expect(tokenizer.segment('0day漏洞')[0]?.term?.canonical).toBe('zero-day');
  });
});

describe('numbers and what is behind them', () => {
  it.each([
    ['110 亿刀', 1.1e10],
    ['3万刀', 3e4],
  ])('%s are dollars', (text, value) => {
    expect(tokenizer.segment(text)[0]).toMatchObject({ text, quantity: { value, currency: 'USD' } });
  });

  it('blades and wounds are none', () => {
    expect(words('3万刀片')).toEqual(['3万', '刀片']);
    expect(words('砍了20刀')).toContain('20');
  });

  it.each(['iOS 27 will let you', 'iOS 27 brings', 'macOS 28 has'])('the release in %s', (text) => {
    expect(words(text)[0]).toMatch(/ \d\d$/u);
  });

  it('no release where something is counted', () => {
    expect(words('Android 17 users')[0]).toBe('Android');
  });
});
