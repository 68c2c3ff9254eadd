import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { takeFoldingKernel } from '../../src/corpus/fold/folding-kernel.js';
import { Signatures } from '../../src/corpus/fold/min-hash.js';
import { NameLists } from '../../src/corpus/fold/name-lists.js';
import { Normalizer } from '../../src/corpus/fold/normal-form.js';
import { Room } from '../../src/corpus/fold/room.js';

const turning = /^(?:not|never|buy|sell|win|won’t)$|n['’]t$/;
const plain = /^(?:the|and|rt|is|new|with|yesterday)$/;

/** The names of a text as regular expressions find them, and its turning words. */
function named(text: string): { names: string[]; turning: string } {
  const sample = text.slice(0, 4000);
  const words =
    sample.replace(/https?:\/\/[\x21-\x7e]+/g, ' ').match(/[A-Za-z][A-Za-z0-9+#]*(?:[-.'’][A-Za-z0-9]+)*/g) ??
    [];
  const isHan = (sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > words.length;
  const bare = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  const turns = words.filter((word) => turning.test(word.toLowerCase()));
  const names = words.filter(
    (word) =>
      !turns.includes(word) &&
      !plain.test(word.toLowerCase()) &&
      word.length > 1 &&
      (isHan || /[A-Z0-9]/.test(word)),
  );
  return { names: [...new Set(names.map(bare))].sort(), turning: turns.map(bare).sort().join(' ') };
}

describe('NameLists', () => {
  const parts =
    "GPT-5.1 gpt5 GPT 5 OpenAI openai the and not buy Never won’t Don’t 5G C++ B2B a A https://x.y/OpenAI http:// xhttp://q 华为 小米发布 。 , . - ' @ 发布 RT yesterday https://t.co’s it’s".split(
      ' ',
    );

  it.each([
    ['JavaScript', () => new Room(0)],
    ['WebAssembly', () => new Room(0, takeFoldingKernel(2 ** 20))],
  ])('find what regular expressions find, and compare as they would: by %s', (_, makeRoom) => {
    const random = seededRandom(7);
    const pick = () => parts[Math.floor(random() * parts.length)] as string;
    let same = 0;
    for (let round = 0; round < 4000; round++) {
      const words = Array.from({ length: 1 + Math.floor(random() * 7) }, pick);
      const others = words.map((word) => (random() < 0.1 ? pick() : word));
      const texts = [words.join(random() < 0.5 ? ' ' : ''), others.join(random() < 0.5 ? ' ' : '')] as const;
      const room = makeRoom();
      const normalizer = new Normalizer(room, 400);
      const middle = normalizer.normalize(texts[0], 0).length;
      const end = middle + normalizer.normalize(texts[1], middle).length;
      const signatures = new Signatures(room, 2, Int32Array.of(middle, end - middle));
      signatures.read(0, normalizer.units, 0, 0);
      signatures.read(1, normalizer.units, middle, 0);
      const lists = new NameLists(room, signatures, (index) => texts[index] as string);
      const form = (from: number, to: number) => String.fromCharCode(...normalizer.units.subarray(from, to));
      const [a, b] = [named(texts[0]), named(texts[1])];
      const expected =
        a.turning === b.turning &&
        (a.names.join(' ') === b.names.join(' ') ||
          (a.names.every((name) => form(middle, end).includes(name)) &&
            b.names.every((name) => form(0, middle).includes(name))));
      if (expected) same++;
      expect(lists.areSame(0, 1, normalizer.units, 0, middle, middle, end), texts.join(' | ')).toBe(expected);
    }
    expect(same).toBeGreaterThan(500);
    expect(same).toBeLessThan(3500);
  });
});
