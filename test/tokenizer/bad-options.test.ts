import { describe, expect, it } from 'vitest';
import { RedianError } from '../../src/errors.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

describe('wrong arguments are named', () => {
  const tokenizer = Tokenizer.loadSync();
  // Callers in plain JavaScript pass anything.
  const any = tokenizer as unknown as Record<string, (...values: unknown[]) => unknown>;
  const terms = tokenizer.terms as unknown as Record<string, (...values: unknown[]) => unknown>;

  it.each([
    ['cut', ['a', null], /^options: expected an object, got null/u],
    ['cut', ['a', { hmm: 'no' }], /^hmm: expected true or false, got "no"/u],
    ['cutForSearch', ['a', null], /^options/u],
    ['encode', ['a', 5], /^options/u],
    ['tokenize', ['a', null], /^options/u],
    ['tokenize', ['a', { mode: null }], /^mode: expected one of default, search, got null/u],
    ['tokenize', ['a', { offsets: null }], /^offsets: expected one of utf16, codepoint, got null/u],
    ['tag', ['a', null], /^options/u],
    ['segment', ['a', null], /^options/u],
    ['segment', ['a', { tag: 'yes' }], /^tag: expected true or false, got "yes"/u],
    ['suggestFrequency', ['a', { tune: 1 }], /^tune: expected true or false, got 1/u],
    ['suggestFrequency', ['a', null], /^options/u],
    ['addWord', ['a', 2 ** 60], /^frequency: expected a finite number of at most 1000000000000000/u],
    ['addWord', ['a', 5, 5], /^tag: expected a string, got 5/u],
    ['loadUserDictionary', [5], /^content: expected text or bytes, got 5/u],
  ])('%s %j', (name, values, message) => {
    expect(() => any[name]?.(...values)).toThrow(RedianError);
    expect(() => any[name]?.(...values)).toThrow(message);
  });

  it.each([
    ['add', [{ term: 'a', aliases: 'b' }], /^aliases: expected an array of strings, got "b"/u],
    ['add', [{ term: 'a', canonical: 5 }], /^canonical: expected a string, got 5/u],
    ['add', [5], /^term: expected a string or an entry, got 5/u],
    ['add', [''], /^term: expected at least one character, got ""/u],
    ['add', [{ term: '', aliases: ['a'] }], /^term: expected at least one character/u],
    ['add', [{ term: 'Zed Q', canonical: '' }], /^canonical: expected at least one character, got ""/u],
    ['add', [{ term: 'Zed Q', maker: '' }], /^maker: expected at least one character, got ""/u],
    ['add', [{ term: 'Zed Q', ticker: null }], /^ticker: expected a string, got null/u],
    ['add', [{ term: 'Zed Q', category: null }], /^category: expected one of company, .*got null/u],
    ['add', [{ term: 'Zed Q', alias: ['Z'] }], /^term: expected names among term, canonical, .*got "alias"/u],
    ['add', [{ term: 'Zed Q', family: 'yes' }], /^family: expected true or false, got "yes"/u],
    ['add', [{ term: 'Zed Q', caseSensitive: 1 }], /^caseSensitive: expected true or false, got 1/u],
    ['add', [['Zed Q']], /^term: expected an object, got an array of 1/u],
    ['addWord', [null], /^word: expected a string, got null/u],
    ['addWord', [5], /^word: expected a string, got 5/u],
    ['addWord', [{}], /^word: expected a string, got an object/u],
    ['addWord', [''], /^word: expected at least one character, got ""/u],
    ['deleteWord', [null], /^word: expected a string, got null/u],
    ['deleteWord', [5], /^word: expected a string, got 5/u],
    ['byTicker', [5], /^ticker: expected a string, got 5/u],
  ])('terms.%s %j', (name, values, message) => {
    expect(() => terms[name]?.(...values)).toThrow(RedianError);
    expect(() => terms[name]?.(...values)).toThrow(message);
  });

  it('a term that is refused leaves no trace', () => {
    for (const entry of [
      { term: 'Zed Q', canonical: '' },
      { term: 'Zed Q', aliases: ['-'] },
    ])
      expect(() => tokenizer.terms.add(entry)).toThrow(RedianError);
    expect(tokenizer.terms.has('Zed Q')).toBe(false);
  });

  it('a user word with a space is kept whole where a term has it without', () => {
    const own = Tokenizer.loadSync();
    own.addWord('深度 学习');
    expect(own.segment('我爱深度 学习啊').map(({ text }) => text)).toContain('深度 学习');
  });
});
