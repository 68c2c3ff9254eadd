import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

  it.each(['Memory', 'Module', 'all'] as const)(
    'is done without where there is no WebAssembly (%s)',
    (part) => {
      expect(without(part).cut('我来到北京清华大学')).toEqual(['我', '来到', '北京', '清华大学']);
    },
  );
});
