import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

describe('links, tags and faces come out whole', () => {
  it.each([
    ['看http://人工智能.中国/首页吧', 'url', ['http://人工智能.中国/']],
    ['ftp://x.com/file 下载', 'url', ['ftp://x.com/file']],
    ['bit.ly/3xyz 看', 'url', ['bit.ly/3xyz']],
    ['safe_sleep.sh 不是链接，bun.sh 是', 'url', ['bun.sh']],
    ['http://t.cn/abc人工智能.中国', 'url', ['http://t.cn/abc']],
    ['#AI，#ML。', 'hashtag', ['#AI', '#ML']],
    ['#AI大模型##GPT5#', 'hashtag', ['#AI大模型#', '#GPT5#']],
    ['$0700.HK 涨，$5 不是，$600519 也不是', 'cashtag', ['$0700.HK']],
    ['1️⃣#️⃣*️⃣*', 'emoji', ['1️⃣', '#️⃣', '*️⃣']],
    ['他说：¯\\_(ツ)_/¯算了', 'emoticon', ['¯\\_(ツ)_/¯']],
    ['( ͡° ͜ʖ ͡°)嘿', 'emoticon', ['( ͡° ͜ʖ ͡°)']],
    ['ヾ(≧▽≦*)o', 'emoticon', ['ヾ(≧▽≦*)o']],
    ['→_→ ←_← ⊙﹏⊙', 'emoticon', ['→_→', '←_←', '⊙﹏⊙']],
    ['o(╥﹏╥)o', 'emoticon', ['o(╥﹏╥)o']],
    ['(๑•̀ㅂ•́)و✧ ヽ(✿ﾟ▽ﾟ)ノ', 'emoticon', ['(๑•̀ㅂ•́)و✧', 'ヽ(✿ﾟ▽ﾟ)ノ']],
    [
      '[doge][OK][Facepalm][TNEWS][AI][1][video][citation needed]',
      'emoticon',
      ['[doge]', '[OK]', '[Facepalm]'],
    ],
    ['foo(bar) o(n) log(n)', 'emoticon', []],
  ])('%s', (text, kind, expected) => {
    const tokens = tokenizer.segment(text);
    expect(tokens.map((token) => token.text).join('')).toBe(text);
    expect(tokens.filter((token) => token.kind === kind).map((token) => token.text)).toEqual(expected);
  });

  it('initials around an ampersand are one word', () => {
    expect(tokenizer.segment('R&B音乐和M&A，a&b').map(({ text }) => text)).toEqual(
      'R&B|音乐|和|M&A|，|a|&|b'.split('|'),
    );
  });

  it('letters with dots are one word', () => {
    expect(tokenizer.segment('U.S. 与 J.K.西蒙斯，e.g. x.y').map(({ text }) => text)).toEqual(
      'U.S.| |与| |J.K.|西蒙斯|，|e.g.| |x.y'.split('|'),
    );
  });

  it('a term with a dot begins behind no letter', () => {
    expect(tokenizer.segment('用.NET写').map(({ kind }) => kind)).toEqual(['word', 'term', 'word']);
    expect(tokenizer.segment('Battle.net').some(({ kind }) => kind === 'term')).toBe(false);
  });
});
