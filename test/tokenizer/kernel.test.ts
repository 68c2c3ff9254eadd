import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDataFileSync, shareDataFiles } from '../../src/base/data-file.js';
import { shareMemory } from '../../src/base/place.js';
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
  const kernel = Tokenizer.loadSync();
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
      expect(all(kernel, text), text).toEqual(all(plain, text));
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(all(kernel, text)).toEqual(all(plain, text));
      }),
    );
  });

  it('gives the same around the longest stretch that it takes', () => {
    const maker = new TextMaker(32);
    let text = '';
    while (text.length < 9000) text += maker.word().replace(/[^\u4e00-\u9fd5]/gu, '');
    for (const length of [2047, 2048, 2049, 4095, 4096, 4097, 8500]) {
      expect(all(kernel, text.slice(0, length))).toEqual(all(plain, text.slice(0, length)));
      const mixed = `${text.slice(0, 2047)}\r\n${text.slice(0, length)}😀`;
      expect(all(kernel, mixed)).toEqual(all(plain, mixed));
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

  it('knows at most some 100,000 words of the user, and with more than that they are cut without it', () => {
    const [a, b] = [Tokenizer.loadSync(), without('Module')];
    const maker = new TextMaker(34);
    for (const tokenizer of [a, b]) {
      for (let i = 0; i < 150_000; i++)
        tokenizer.addWord(`${(i % 997).toString(36)}字${i.toString(36)}词`, 5);
    }
    for (let i = 0; i < 20; i++) {
      const sample = `${maker.text()}${(i % 997).toString(36)}字${i.toString(36)}词${maker.text()}`;
      expect(all(a, sample), sample).toEqual(all(b, sample));
    }
  });

  it('reads a dictionary that threads share, each in an area of its own, and changes nothing of it', async () => {
    const name = 'tokenizer.bin';
    const bytes = readDataFileSync(name);
    const shared = shareMemory(bytes, 2);
    if (shared === undefined) throw new Error('this runtime has no shared memory of WebAssembly');
    const file = new Uint8Array(shared.memory.buffer, 0, bytes.length);
    const other = new Uint8Array(shared.memory.buffer, Math.ceil(bytes.length / 65536) * 65536 + (1 << 18));
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
