import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataFileSync } from '../../src/base/data-file.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { parseUserDictionary } from '../../src/tokenizer/user-dictionary.js';
import { dictionaryWords, TextMaker } from './support/generate.js';

const tokenizer = Tokenizer.loadSync();
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('cut', () => {
  it('gives words that join to the text, also with lone surrogates', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 });
    fc.assert(
      fc.property(units, fc.boolean(), (codes, hmm) => {
        const text = String.fromCharCode(...codes);
        expect(tokenizer.cut(text, { hmm }).join('')).toBe(text);
      }),
    );
  });

  it('gives the same for a text in one string as for the file it is part of', () => {
    const maker = new TextMaker(5);
    const lines = Array.from({ length: 500 }, () => `${maker.text()}。\n`);
    const whole = lines.join('');
    // A line feed never joins with what follows, so that lines are independent.
    expect(tokenizer.cut(whole)).toEqual(lines.flatMap((line) => tokenizer.cut(line)));
  });

  it.each([
    ['characters of one block', '龘'.repeat(300_000)],
    ['common characters', '的'.repeat(300_000)],
    ['a long word without end', '中华人民共和国'.repeat(40_000)],
    ['unknown letters', 'qx'.repeat(150_000)],
    ['emoji', '😀'.repeat(300_000)],
    ['white space', ' '.repeat(300_000)],
    ['lone surrogates', '\ud83d'.repeat(300_000)],
  ])('takes hostile input in its stride: %s', (_, text) => {
    expect(tokenizer.cut(text).join('')).toBe(text);
    expect(
      tokenizer
        .tag(text)
        .map(({ word }) => word)
        .join(''),
    ).toBe(text);
  });

  it('refuses what is not a string, saying what it got', () => {
    for (const value of [undefined, null, 7, ['我'], {}]) {
      expect(() => tokenizer.cut(value as unknown as string)).toThrow(/text: expected a string, got/);
    }
  });
});

describe('encode', () => {
  it('gives a number for each word of cut, and wordOf the word', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hmm) => {
        const ids = Array.from(tokenizer.encode(text, { hmm }));
        expect(ids.map((id) => tokenizer.wordOf(id))).toEqual(tokenizer.cut(text, { hmm }));
        expect(ids.map((id) => tokenizer.idOf(tokenizer.wordOf(id) ?? ''))).toEqual(ids);
      }),
    );
  });

  it('gives one string one number, whether from the dictionary, the model or the user', () => {
    const own = Tokenizer.loadSync();
    const maker = new TextMaker(6);
    const seen = new Map<string, number>();
    for (let i = 0; i < 300; i++) {
      if (i % 3 === 0) own.addWord(maker.piece() + maker.piece());
      const text = maker.text();
      const words = own.cut(text);
      own.encode(text).forEach((id, k) => {
        expect(seen.get(words[k]) ?? id).toBe(id);
        seen.set(words[k], id);
      });
    }
    expect(new Set(seen.values()).size).toBe(seen.size);
  });

  it('numbers many texts in one array as it numbers each', () => {
    const maker = new TextMaker(8);
    const own = Tokenizer.loadSync();
    const edges = [
      '\r',
      '\n',
      '\ud83d',
      '\ude00',
      'a',
      'b',
      '',
      '\0',
      '3',
      '.5',
      '中',
      '国',
      '\0\0',
      'C',
      '++',
      '杭',
      '研',
    ];
    const short = Array.from({ length: 400 }, () => edges[maker.below(edges.length)]);
    const texts = [
      '',
      ...Array.from({ length: 40 }, () => maker.text()),
      '',
      maker.text(5000),
      '热',
      ...short,
    ];
    for (const hmm of [true, false]) {
      const { ids, ends } = own.encodeBatch(texts, { hmm });
      expect(ends.length).toBe(texts.length);
      expect(ends.at(-1)).toBe(ids.length);
      texts.forEach((text, i) => {
        expect(ids.subarray(i === 0 ? 0 : ends[i - 1], ends[i])).toEqual(own.encode(text, { hmm }));
      });
    }
    expect(own.encodeBatch([])).toEqual({ ids: new Int32Array(0), ends: new Int32Array(0) });
  });

  it('gives each text numbers of its own, also where one of them is written to or transferred', () => {
    const own = Tokenizer.loadSync();
    const maker = new TextMaker(12);
    const texts = Array.from({ length: 600 }, () => maker.text());
    const kept = texts.map((text) => own.encode(text));
    const expected = texts.map((text) => Array.from(own.encode(text)));
    kept.forEach((ids, i) => {
      if (i % 3 === 0) ids.fill(-1);
      if (i % 3 === 1) structuredClone(ids.buffer, { transfer: [ids.buffer as ArrayBuffer] });
    });
    kept.forEach((ids, i) => {
      if (i % 3 === 2) expect(Array.from(ids)).toEqual(expected[i]);
    });
    expect(Array.from(own.encode(texts[0]))).toEqual(expected[0]);
  });

  it('says which of many texts is none', () => {
    const limit = tokenizer.idLimit;
    expect(() => tokenizer.encodeBatch(['龘靐齉龗爩', 7 as unknown as string])).toThrow(
      /texts\[1\]: expected a string, got/,
    );
    expect(tokenizer.idLimit).toBe(limit);
    expect(() => tokenizer.encodeBatch('热点' as unknown as string[])).toThrow(
      /texts: expected an array of strings, got/,
    );
  });

  it('names every number of the dictionary without having met its word', () => {
    const fresh = Tokenizer.loadSync();
    const words = dictionaryWords().filter((_, i) => i % 97 === 0);
    for (const word of words) expect(fresh.wordOf(fresh.idOf(word))).toBe(word);
  });
});

describe('tokenize', () => {
  it('gives offsets with which the text can be sliced', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('default' as const, 'search' as const), (text, mode) => {
        for (const { word, start, end } of tokenizer.tokenize(text, { mode })) {
          expect(text.slice(start, end)).toBe(word);
        }
        const characters = [...text];
        for (const { word, start, end } of tokenizer.tokenize(text, { mode, offsets: 'codepoint' })) {
          expect(characters.slice(start, end).join('')).toBe(word);
        }
      }),
    );
  });

  it('refuses unknown modes and offsets', () => {
    expect(() => tokenizer.tokenize('我', { mode: 'all' as 'search' })).toThrow(/mode: expected one of/);
    expect(() => tokenizer.tokenize('我', { offsets: 'byte' as 'utf16' })).toThrow(
      /offsets: expected one of/,
    );
  });
});

describe('user words', () => {
  it('are kept whole once added, and are gone once deleted', () => {
    const own = Tokenizer.loadSync();
    const text = '我们在测试热点雷达的效果';
    expect(own.cut(text, { hmm: false })).not.toContain('热点雷达');
    own.addWord('热点雷达', undefined, 'nz');
    expect(own.cut(text)).toContain('热点雷达');
    expect(own.tag(text)).toContainEqual({ word: '热点雷达', tag: 'nz' });
    own.deleteWord('热点雷达');
    expect(own.cut(text)).not.toContain('热点雷达');
  });

  it('of one tokenizer leave another one on the same bytes alone', () => {
    const bytes = readDataFileSync('tokenizer.bin');
    const before = bytes.slice();
    const first = Tokenizer.fromBytes(bytes);
    const second = Tokenizer.fromBytes(bytes);
    first.deleteWord('北京大学');
    first.addWord('京大', 1_000_000_000);
    expect(first.cut('北京大学')).not.toEqual(second.cut('北京大学'));
    expect(second.cut('我来到北京清华大学')).toEqual(tokenizer.cut('我来到北京清华大学'));
    expect(Buffer.compare(bytes, before)).toBe(0);
  });

  it('named like properties of objects are words like others', () => {
    const own = Tokenizer.loadSync();
    for (const word of ['__proto__', 'constructor', 'toString']) {
      own.addWord(word, 100_000);
      expect(own.cut(`调用${word}吧`)).toEqual(['调用', word, '吧']);
    }
  });

  it('are refused when empty, negative, fractional or not a string', () => {
    const own = Tokenizer.loadSync();
    expect(() => own.addWord('')).toThrow(/at least one character/);
    expect(() => own.addWord('词', -3)).toThrow(/frequency: expected an integer of at least 0, got -3/);
    expect(() => own.addWord('词', 1.5)).toThrow(/frequency/);
    expect(() => own.addWord(5 as unknown as string)).toThrow(/word: expected a string, got 5/);
  });

  it('of a dictionary with bad lines are not added, and the lines are named', () => {
    const own = Tokenizer.loadSync();
    const total = own.total;
    expect(() => own.loadUserDictionary('好词 3 n\n坏词 -5 n\n 7 n\n')).toThrow(
      /line 2: .*negative.*1 more/s,
    );
    expect(own.total).toBe(total);
    expect(() => own.loadUserDictionary('坏词 -1.5\n')).toThrow(/frequency -1.5 is negative/);
    expect(() => own.loadUserDictionary(Uint8Array.of(0xe4, 0xff))).toThrow(/not UTF-8/);
  });
});

describe('lines of a user dictionary', () => {
  it.each([
    ['Claude Opus 4.5', 'Claude Opus 4.5', undefined],
    ['Python 3.14', 'Python 3.14', undefined],
    ['温度 36.5', '温度 36.5', undefined],
    ['甲乙 5.5', '甲乙 5.5', undefined],
    ['云计 1.5 n', '云计 1.5', 'n'],
    ['甲乙 5.5 3', '甲乙 5.5', undefined],
    ['版本 1.2.3', '版本 1.2.3', undefined],
    ['v 3.', 'v 3.', undefined],
    ['词 1e5 n', '词 1e5', 'n'],
  ])('%s has the word that jieba reads', (line, word, tag) => {
    expect(parseUserDictionary(line)).toMatchObject([{ word, tag }]);
    const own = Tokenizer.loadSync();
    expect(own.loadUserDictionary(line)).toBe(1);
    expect(own.frequencyOf(word)).toBeGreaterThan(0);
    expect(own.segment(`用 ${word} 写`).map(({ text }) => text)).toContain(word);
  });
});

describe('compiled data', () => {
  const bytes = readDataFileSync('tokenizer.bin');

  it('may start anywhere in its buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(Tokenizer.fromBytes(shifted.subarray(3)).cut('北京大学')).toEqual(['北京大学']);
  });

  it('is refused when cut short, damaged anywhere, or something else', () => {
    const refused = (data: Uint8Array, message: RegExp): void => {
      expect(() => Tokenizer.fromBytes(data)).toThrowError(
        expect.objectContaining({ code: 'INVALID_DATA', message: expect.stringMatching(message) }),
      );
    };
    refused(new Uint8Array(0), /0 bytes/);
    refused(new Uint8Array(64), /starts with 0x0/);
    refused(bytes.slice(0, bytes.length - 8), /cut short/);
    for (let i = 0; i < 20; i++) {
      const damaged = bytes.slice();
      const at = 20 + Math.floor(((bytes.length - 21) * i) / 19);
      damaged[at] ^= 1 << (i % 8);
      refused(damaged, /checksum/);
    }
    const version = bytes.slice();
    version[8]++;
    refused(version, /version/);
  });

  it.each([
    ['\u00a0词 3 n', '\u00a0词', 3],
    ['\u3000', '\u3000', undefined],
    ['词\u3000 3', '词\u3000', 3],
    ['\u2003词', '\u2003词', undefined],
    ['词 3 n\u00a0', '词 3 n\u00a0', undefined],
    ['\u000b词 3\u000c\r', '词', 3],
    ['\ufeff\ufeff词 3', '词', 3],
    ['\ufeff 词 3', ' 词', 3],
  ])('%j is stripped of white as Python strips it', (line, word, frequency) => {
    for (const content of [`${line}\n`, new TextEncoder().encode(`${line}\n`)])
      expect(parseUserDictionary(content)).toMatchObject([{ word, frequency }]);
    expect(Tokenizer.loadSync().loadUserDictionary(line)).toBe(1);
  });
});
