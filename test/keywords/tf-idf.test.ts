import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { TfIdf, type TfIdfOptions } from '../../src/keywords/index.js';

interface Request {
  readonly documents: readonly (readonly string[])[];
  readonly options: TfIdfOptions;
}

interface Answer {
  readonly error?: string;
  readonly terms: readonly string[];
  readonly idf: readonly number[];
  readonly starts: readonly number[];
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

const script = fileURLToPath(new URL('support/tf-idf.py', import.meta.url));

/** scikit-learn's answers, or undefined where Debian's python3-sklearn is not installed. */
function askSklearn(requests: readonly Request[]): Answer[] | undefined {
  const run = spawnSync('/usr/bin/python3', [script], {
    input: JSON.stringify(requests),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return run.status === 0 ? (JSON.parse(run.stdout) as Answer[]) : undefined;
}

function compare({ documents, options }: Request, wanted: Answer): void {
  const model = new TfIdf(options);
  for (const document of documents) model.add(document);
  const { starts, columns, values, width } = model.transform(documents);
  if (wanted.error !== undefined) {
    // scikit-learn refuses an empty vocabulary; here it is a matrix without columns.
    expect(width).toBe(0);
    expect(values.length).toBe(0);
    return;
  }
  expect(model.terms()).toEqual(wanted.terms);
  expect([...starts]).toEqual(wanted.starts);
  expect([...columns]).toEqual(wanted.columns);
  for (const [i, term] of wanted.terms.entries()) {
    expect(Math.abs(model.idf(term) - (wanted.idf[i] as number))).toBeLessThanOrEqual(1e-12);
  }
  for (const [i, value] of wanted.values.entries()) {
    expect(Math.abs((values[i] as number) - value)).toBeLessThanOrEqual(1e-12);
  }
}

const shared: Request['documents'] = [
  ['模型', '发布', '模型', '开源'],
  ['芯片', '出口', '发布'],
  ['模型', '价格', '下调', '模型', '模型'],
  [],
  ['constructor', '__proto__', '发布'],
];
const settings: readonly TfIdfOptions[] = [
  {},
  { smoothIdf: false },
  { sublinearTf: true },
  { norm: 'l1', sublinearTf: true },
  { norm: 'none', smoothIdf: false },
  { minDf: 2 },
  { maxDf: 0.5 },
  { minDf: 0.3, maxDf: 3 },
  { ngrams: [1, 2] },
  { ngrams: [2, 3], norm: 'l1' },
];

describe('TfIdf gives the numbers of TfidfVectorizer, to 1e-12', () => {
  // Written by support/tf-idf.py with scikit-learn 1.2.1 from the documents and settings above.
  const expected = JSON.parse(
    readFileSync(new URL('tf-idf-expected.json', import.meta.url), 'utf8'),
  ) as Answer[];

  it.each(settings.map((options, i) => [JSON.stringify(options), i] as const))('%s', (_, i) => {
    compare({ documents: shared, options: settings[i] as TfIdfOptions }, expected[i] as Answer);
  });

  const probe = askSklearn([{ documents: shared, options: {} }]);
  it.skipIf(probe === undefined)('on 300 random corpora and settings, asked live', () => {
    const random = seededRandom(4);
    const upTo = (limit: number) => Math.floor(random() * limit);
    const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
    const words = ['a', 'B', 'é', '模型', '芯片', '发布', '$NVDA', '3%', 'GPT 5', '😀'];
    const requests = Array.from({ length: 300 }, (): Request => {
      const least = 1 + upTo(3);
      return {
        documents: Array.from({ length: 1 + upTo(14) }, () =>
          Array.from({ length: upTo(12) }, () => pick(words.slice(0, 3 + upTo(8)))),
        ),
        options: {
          smoothIdf: random() < 0.6,
          sublinearTf: random() < 0.5,
          norm: pick(['l1', 'l2', 'none'] as const),
          ngrams: [least, least + upTo(3)],
          minDf: pick([1, 2, 0.1, 0.25]),
          maxDf: pick([1, 0.9, 0.6, 20]),
        },
      };
    });
    const answers = askSklearn([...settings.map((options) => ({ documents: shared, options })), ...requests]);
    for (const [i, answer] of (answers ?? []).entries()) {
      if (i < settings.length) expect(answer).toEqual(expected[i]);
      else compare(requests[i - settings.length] as Request, answer);
    }
    expect(answers?.length).toBe(settings.length + 300);
  });
});

describe('TfIdf on what is out of the ordinary', () => {
  it('gives an empty matrix for no documents, and empty rows for empty ones', () => {
    const model = new TfIdf();
    expect(model.transform([])).toMatchObject({ width: 0 });
    expect([...model.transform([[], ['a']]).starts]).toEqual([0, 0, 0]);
    expect(new TfIdf().add([]).transform([[]]).values.length).toBe(0);
  });

  it('weighs the words of one document, and of equal ones, alike', () => {
    const one = new TfIdf().add(['a', 'b']);
    for (const value of one.transform([['a', 'b']]).values) expect(value).toBeCloseTo(Math.SQRT1_2, 12);
    const same = new TfIdf();
    for (let i = 0; i < 50; i++) same.add(['a', 'b']);
    expect(same.idf('a')).toBe(1);
    for (const value of same.transform([['a', 'b']]).values) expect(value).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('refuses options that are none, and models of other options, by name', () => {
    expect(() => new TfIdf({ minDf: Number.NaN })).toThrow(/minDf/);
    expect(() => new TfIdf({ ngrams: [2, 1] })).toThrow(/ngrams\[1\]/);
    expect(() => new TfIdf({ norm: 'max' as 'l1' })).toThrow(/norm/);
    expect(() => new TfIdf().merge(new TfIdf({ norm: 'l1' }))).toThrow(/same options/);
    expect(() => new TfIdf().add('a b' as unknown as string[])).toThrow(/tokens/);
    expect(() => new TfIdf().add([1] as unknown as string[])).toThrow(/tokens\[0\]/);
  });
});

it('has its columns in the order of code points, as scikit-learn has them', () => {
  const model = new TfIdf().add(['😀', 'Ａ', '\ue000', 'b', 'ab', '😀b', 'a']);
  expect(model.terms()).toEqual(['a', 'ab', 'b', '\ue000', 'Ａ', '😀', '😀b']);
});
