/** Texts that no one writes: they are cut, whole, by every method, and change nothing for the text that comes after. */
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const UNITS = 20_000;

/** Each is repeated up to {@link UNITS}. */
const pieces: Readonly<Record<string, string>> = {
  'sentences without an end': '我来到北京清华大学研究生命起源',
  'one common character': '的',
  'characters that no word has': '靐齉',
  'numerals that never end': '万亿',
  'one letter': 'a',
  'one digit': '1',
  'grouped digits': '1,',
  'a name of a model that goes on': 'GPT-5.',
  'capitalised words': 'Claude ',
  'opened brackets': '(',
  'number signs': '#',
  dollars: '$1,',
  mentions: '@a',
  'addresses of mail': 'a@b.',
  'half of a URL': 'http://',
  emoji: '😀',
  'joined emoji': '👩‍👩‍👧‍👦',
  'joiners without emoji': '\u200d',
  flags: '🇨🇳',
  'arms of faces': '╯',
  'opened faces': '(╯°□°',
  'halves of pairs': '\ud83d',
  'combining marks': 'e\u0301',
  NUL: '\0',
  spaces: ' ',
  'line ends': '\r\n',
  'names of members of objects': '__proto__ constructor hasOwnProperty ',
};

/** Every method, as words that joined are the text, or for those that give more than that as what is left of it. */
const methods: Readonly<Record<string, (tokenizer: Tokenizer, text: string) => string>> = {
  cut: (tokenizer, text) => tokenizer.cut(text).join(''),
  'cut without the model': (tokenizer, text) => tokenizer.cut(text, { hmm: false }).join(''),
  encode: (tokenizer, text) => Array.from(tokenizer.encode(text), (id) => tokenizer.wordOf(id)).join(''),
  tag: (tokenizer, text) =>
    tokenizer
      .tag(text)
      .map(({ word }) => word)
      .join(''),
  segment: (tokenizer, text) =>
    tokenizer
      .segment(text)
      .map((token) => token.text)
      .join(''),
  tokenize: (tokenizer, text) =>
    tokenizer
      .tokenize(text)
      .map(({ start, end }) => text.slice(start, end))
      .join(''),
  cutForSearch: (tokenizer, text) => {
    let end = 0;
    for (const span of tokenizer.tokenize(text, { mode: 'search' })) end = Math.max(end, span.end);
    expect(tokenizer.cutForSearch(text).length).toBeGreaterThanOrEqual(tokenizer.cut(text).length);
    return text.slice(0, end);
  },
};

describe.each(Object.keys(pieces))('%s', (name) => {
  const tokenizer = Tokenizer.loadSync();
  const piece = pieces[name] as string;
  const text = piece.repeat(Math.ceil(UNITS / piece.length));
  // The tagger tries each of its 256 states behind each of them for a character that it does not know: linear, and slow.
  const short = piece.repeat(Math.ceil(600 / piece.length));

  it.each(Object.keys(methods))('joined is the text (%s)', (method) => {
    const given = method === 'tag' ? short : text;
    // Not toBe: what it says of two such texts would be long.
    expect(methods[method]?.(tokenizer, given) === given).toBe(true);
  });

  it('ends in full mode, and ordinary text is cut as ever afterwards', () => {
    expect(tokenizer.cutAll(text).every((word) => text.includes(word.slice(0, 40)))).toBe(true);
    expect(tokenizer.cut('我来到北京清华大学')).toEqual(['我', '来到', '北京', '清华大学']);
    expect(tokenizer.frequencyOf('constructor')).toBeUndefined();
  });
});

describe('one block without an end', () => {
  it('is cut whole, and as two where a mark parts it', () => {
    const words = ['研究', '生命', '起源', '北京', '大学', '的', '一', 'AI', '5', '龘'];
    let state = 1;
    let text = '';
    while (text.length < 10_000) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      text += words[(state >>> 8) % words.length];
    }
    const tokenizer = Tokenizer.loadSync();
    const whole = tokenizer.cut(text);
    expect(whole.join('') === text).toBe(true);
    // A full stop ends a block: cut apart at one, both halves are what they are by themselves.
    const at = 5_000;
    expect(tokenizer.cut(`${text.slice(0, at)}。${text.slice(at)}`)).toEqual([
      ...tokenizer.cut(text.slice(0, at)),
      '。',
      ...tokenizer.cut(text.slice(at)),
    ]);
  });
});
