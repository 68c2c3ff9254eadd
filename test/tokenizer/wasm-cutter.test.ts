import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDataFileSync, shareDataFiles } from '../../src/base/data-file.js';
import { shareMemory } from '../../src/base/place.js';
import { seededRandom } from '../../src/base/random.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { TextMaker } from './support/generate.js';

/** A tokenizer in a runtime where WebAssembly is missing or cannot do what is asked. */
function without(part: 'Memory' | 'Module' | 'all'): Tokenizer {
  const refuse = class {
    constructor() {
      throw new RangeError('not here');
    }
  };
  if (part === 'all') vi.stubGlobal('WebAssembly', undefined);
  else {
    const { Memory, Module, Instance } = WebAssembly;
    vi.stubGlobal('WebAssembly', { Memory, Module, Instance, [part]: refuse });
  }
  const tokenizer = Tokenizer.loadSync();
  vi.unstubAllGlobals();
  return tokenizer;
}

function all(tokenizer: Tokenizer, text: string): unknown {
  return [
    tokenizer.cut(text),
    tokenizer.cut(text, { hmm: false }),
    Array.from(tokenizer.encode(text), (id) => tokenizer.wordOf(id)),
    tokenizer.tag(text),
    tokenizer.segment(text),
  ];
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the cutter in WebAssembly', () => {
  const wasm = Tokenizer.loadSync();
  const plain = without('Module');

  it('is what runs here', () => {
    let made = 0;
    class Counted extends WebAssembly.Instance {
      constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
        super(module, imports);
        made++;
      }
    }
    vi.stubGlobal('WebAssembly', {
      Memory: WebAssembly.Memory,
      Module: WebAssembly.Module,
      Instance: Counted,
    });
    Tokenizer.loadSync();
    expect(made).toBe(1);
  });

  it('gives what the one in JavaScript gives, whatever the text', () => {
    const maker = new TextMaker(31);
    for (let i = 0; i < 1500; i++) {
      const text = maker.text(i % 50 === 0 ? 2000 : 30);
      expect(all(wasm, text), text).toEqual(all(plain, text));
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(all(wasm, text)).toEqual(all(plain, text));
      }),
    );
  });

  it('numbers words that no dictionary has as JavaScript does, however many there are', () => {
    const [a, b] = [Tokenizer.loadSync(), without('Module')];
    const random = seededRandom(35);
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    const words = Array.from({ length: 40_000 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 14) }, () => letters[Math.floor(random() * 36)]).join(
        '',
      ),
    );
    for (let from = 0; from < words.length; from += 50) {
      const text = `${words.slice(from, from + 50).join('，')}😀\r\n窅靐瓞${words[Math.floor(random() * (from + 50))]}`;
      const ids = a.encode(text);
      expect(b.encode(text)).toEqual(ids);
      expect(a.encodeBatch([text, text.slice(7)]).ids).toEqual(b.encodeBatch([text, text.slice(7)]).ids);
      expect(Array.from(ids, (id) => a.wordOf(id)).join('')).toBe(text);
    }
    expect(a.idLimit).toBe(b.idLimit);
  });

  it('never takes one word for another that begins or ends as it does', () => {
    const tokenizer = Tokenizer.loadSync();
    const words = ['\0', 'qz', 'qz\0', '\0qz', 'q\0z', 'qz\0\0', 'qzqzqzqz', 'qzqzqzqz\0', 'qzqzqzqzq', ''];
    const ids = words.map((word) => tokenizer.idOf(word));
    expect(new Set(ids).size).toBe(words.length);
    expect(words.map((word) => tokenizer.idOf(word))).toEqual(ids);
    expect(ids.map((id) => tokenizer.wordOf(id))).toEqual(words);
  });

  it('gives the same around the longest stretch that it takes', () => {
    const maker = new TextMaker(32);
    let text = '';
    while (text.length < 9000) text += maker.word().replace(/[^\u4e00-\u9fd5]/gu, '');
    for (const length of [2047, 2048, 2049, 4095, 4096, 4097, 8500]) {
      expect(all(wasm, text.slice(0, length))).toEqual(all(plain, text.slice(0, length)));
      const mixed = `${text.slice(0, 2047)}\r\n${text.slice(0, length)}😀`;
      expect(all(wasm, mixed)).toEqual(all(plain, mixed));
    }
  });

  it('gives the same with words of the user, among them single characters and deleted ones', () => {
    const maker = new TextMaker(33);
    const [a, b] = [Tokenizer.loadSync(), without('Module')];
    for (let round = 0; round < 60; round++) {
      const text = maker.text();
      const from = maker.below(text.length);
      const word = text.slice(from, from + 1 + maker.below(5));
      const frequency = [undefined, 1, 3, 50, 3000, 1_000_000][maker.below(round > 45 ? 6 : 5)];
      for (const tokenizer of [a, b]) {
        if (round > 45 && round % 5 === 0) tokenizer.deleteWord(word);
        else tokenizer.addWord(word, frequency);
      }
      for (let i = 0; i < 10; i++) {
        const sample = text + maker.text() + word;
        expect(all(a, sample), sample).toEqual(all(b, sample));
      }
    }
  });

  it('gives the same with more words, characters or frequencies of the user than the double array has room for', () => {
    const maker = new TextMaker(34);
    const unknown = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const many: Record<string, (i: number) => [string, number]> = {
      words: (i) => [`${(i % 997).toString(36)}字${i.toString(36)}词`, 5],
      characters: (i) => [`${unknown[i % unknown.length]}词${unknown[(i * 7) % unknown.length]}`, 30],
      frequencies: (i) => [`${unknown[i % 1000]}${unknown[(i >>> 3) % 2000]}${maker.word()}`, i + 1],
    };
    for (const [what, make] of Object.entries(many)) {
      const [a, b] = [Tokenizer.loadSync(), without('Module')];
      const words: string[] = [];
      for (let i = 0; i < (what === 'words' ? 150_000 : 65_000); i++) {
        const [word, frequency] = make(i);
        for (const tokenizer of [a, b]) tokenizer.addWord(word, frequency);
        if (i % 500 === 0) words.push(word);
      }
      for (let i = 0; i < 100; i++) {
        const sample = `${maker.text()}${words[i]}${maker.text()}${words[(i * 31) % words.length]}`;
        expect(all(a, sample), sample).toEqual(all(b, sample));
      }
      for (const word of words) expect(a.frequencyOf(word), what).toBe(b.frequencyOf(word));
    }
  });

  it('keeps the numbers of words when the units of words that begin alike move', () => {
    const maker = new TextMaker(36);
    const texts = Array.from({ length: 300 }, () => maker.text());
    const tokenizer = Tokenizer.loadSync();
    const words = new Set(texts.flatMap((text) => tokenizer.cut(text)));
    const numbers = new Map([...words].map((word) => [word, tokenizer.idOf(word)]));
    for (let i = 0; i < 3000; i++)
      tokenizer.addWord(maker.word() + maker.word().slice(0, 2), 1 + maker.below(9));
    // Another one, which has met none of the words, names them when their units have moved.
    const other = Tokenizer.loadSync();
    for (let i = 0; i < 3000; i++) other.addWord(maker.word().slice(0, 2) + maker.word(), 1 + maker.below(9));
    const fixed = Tokenizer.loadSync().idLimit;
    for (const [word, number] of numbers) {
      if (number < fixed) expect(other.wordOf(number)).toBe(word);
      expect(tokenizer.idOf(word)).toBe(number);
      expect(tokenizer.wordOf(number)).toBe(word);
    }
    for (const text of texts) {
      const ids = tokenizer.encode(text);
      expect(Array.from(ids, (id) => tokenizer.wordOf(id))).toEqual(tokenizer.cut(text));
      expect(Array.from(ids)).toEqual(tokenizer.cut(text).map((word) => tokenizer.idOf(word)));
    }
  });

  it('cuts with added words as with a dictionary that had them, in whatever order they came', () => {
    const maker = new TextMaker(37);
    const words = Array.from({ length: 2000 }, () =>
      (maker.word() + maker.word()).slice(0, 2 + maker.below(4)),
    );
    const [a, b] = [Tokenizer.loadSync(), Tokenizer.loadSync()];
    const distinct = [...new Set(words)];
    for (const word of distinct) a.addWord(word, 20);
    for (const word of distinct.reverse()) b.addWord(word, 20);
    for (let i = 0; i < 300; i++) {
      const text = maker.text() + words[i] + maker.word();
      expect(a.cut(text)).toEqual(b.cut(text));
      expect(a.cutAll(text)).toEqual(b.cutAll(text));
      expect(a.cutForSearch(text)).toEqual(b.cutForSearch(text));
      expect(a.tag(text)).toEqual(b.tag(text));
    }
  });

  it('reads a dictionary that threads share, each in an area of its own, and changes nothing of it', async () => {
    const name = 'tokenizer.bin';
    const bytes = readDataFileSync(name);
    const shared = shareMemory(bytes, 2);
    if (shared === undefined) throw new Error('this runtime has no shared memory of WebAssembly');
    const file = new Uint8Array(shared.memory.buffer, 0, bytes.length);
    const other = new Uint8Array(shared.memory.buffer, Math.ceil(bytes.length / 65536) * 65536 + (1 << 20));
    let made = 0;
    class Counted extends WebAssembly.Instance {
      constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
        super(module, imports);
        expect(imports?.env?.memory).toBe(shared?.memory);
        made++;
      }
    }
    vi.stubGlobal('WebAssembly', {
      Memory: WebAssembly.Memory,
      Module: WebAssembly.Module,
      Instance: Counted,
    });
    const loaded: Tokenizer[] = [];
    for (const area of [0, 1]) {
      shareDataFiles(new Map([[name, file]]), new Map([[name, { ...shared, area }]]));
      loaded.push(await Tokenizer.load());
      if (area === 0) expect(other.every((byte) => byte === 0)).toBe(true);
    }
    vi.unstubAllGlobals();
    expect(made).toBe(2);
    const [a, b] = loaded as [Tokenizer, Tokenizer];
    // The area is taken: one more of the same thread has the dictionary for itself.
    const third = await Tokenizer.load();
    const maker = new TextMaker(35);
    for (let i = 0; i < 300; i++) {
      const text = maker.text(i % 50 === 0 ? 2000 : 30);
      const expected = all(plain, text);
      for (const tokenizer of [a, b, third]) expect(all(tokenizer, text), text).toEqual(expected);
    }
    const own = without('Module');
    for (const tokenizer of [a, own]) {
      tokenizer.addWord('热点新', 3000);
      tokenizer.addWord('的', 2);
      tokenizer.deleteWord('清华大学');
    }
    for (const text of [
      '热点新的清华大学',
      '我来到北京清华大学',
      ...Array.from({ length: 100 }, () => maker.text()),
    ]) {
      expect(all(a, text), text).toEqual(all(own, text));
      expect(all(b, text), text).toEqual(all(plain, text));
    }
    // More words without number than the area has room for.
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 40_000; i += 50) {
        const text = Array.from({ length: 50 }, (_, k) => `${(i + k).toString(36)}x`).join('，');
        expect(Array.from(a.encode(text), (id) => a.wordOf(id)).join('')).toBe(text);
      }
      expect(a.idLimit).toBeGreaterThan(40_000);
    }
    expect(Buffer.compare(file, bytes)).toBe(0);
    shareDataFiles(new Map(), new Map());
  });

  it.each(['Memory', 'Module', 'all'] as const)(
    'is done without where there is no WebAssembly (%s)',
    (part) => {
      expect(without(part).cut('我来到北京清华大学')).toEqual(['我', '来到', '北京', '清华大学']);
    },
  );
});
