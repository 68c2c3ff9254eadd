import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { measuringData } from '../support/measuring-data.js';
import { TextMaker } from './support/generate.js';
import { answer, askOracle, hasOracle, type OracleRequest } from './support/oracle.js';

function rowsOf(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe("every mode gives what Python's jieba 0.42.1 gives", () => {
  // Our own sentences; expected.jsonl is written from them by support/write-expected.py with Python's jieba.
  const tokenizer = Tokenizer.loadSync();
  for (const { text, ...expected } of rowsOf(fileURLToPath(new URL('expected.jsonl', import.meta.url))) as ({
    text: string;
  } & Record<string, unknown>)[]) {
    it(JSON.stringify(text), () => {
      expect(answer(tokenizer, { op: 'cut', text })).toEqual(expected);
    });
  }
});

for (const name of ['reference', 'upstream_sentences']) {
  const path = measuringData(`jieba-reference/${name}.jsonl`);
  describe.skipIf(path === undefined)(`on the texts of ${name}.jsonl`, () => {
    const tokenizer = Tokenizer.loadSync();
    const rows = path === undefined ? [] : rowsOf(path);
    const modes: Record<string, (text: string) => unknown> = {
      cut: (text) => tokenizer.cut(text),
      cut_nohmm: (text) => tokenizer.cut(text, { hmm: false }),
      cut_all: (text) => tokenizer.cutAll(text),
      search: (text) => tokenizer.cutForSearch(text),
      tokenize: (text) =>
        tokenizer.tokenize(text, { offsets: 'codepoint' }).map(({ word, start, end }) => [word, start, end]),
      pos: (text) => tokenizer.tag(text).map(({ word, tag }) => [word, tag]),
    };
    it.each(Object.keys(modes))('%s is the same on all', (mode) => {
      expect(rows.length).toBeGreaterThan(100);
      for (const row of rows) expect(modes[mode](row.text as string)).toEqual(row[mode]);
    });
  });
}

describe.skipIf(!hasOracle)("live beside Python's jieba", () => {
  function compare(requests: readonly OracleRequest[]): void {
    const tokenizer = Tokenizer.loadSync();
    const expected = askOracle(requests);
    requests.forEach((request, i) => {
      expect({ request, answer: answer(tokenizer, request) }).toEqual({ request, answer: expected[i] });
    });
  }

  it('random and hostile texts are cut and tagged alike', () => {
    const maker = new TextMaker(20261124);
    compare(Array.from({ length: 1500 }, () => ({ op: 'cut', text: maker.text() })));
  });

  it.each([1, 2, 3, 4])('added, deleted and tuned words act alike (%i)', (seed) => {
    const maker = new TextMaker(seed);
    const requests: OracleRequest[] = [];
    for (let i = 0; i < 60; i++) {
      const word = maker.below(2) === 0 ? maker.word() : maker.piece() + maker.piece();
      const kind = maker.below(5);
      if (kind === 0) requests.push({ op: 'delete', word });
      else if (kind === 1) requests.push({ op: 'suggest', segment: word, tune: true });
      else if (kind === 2) requests.push({ op: 'suggest', segment: [maker.word(), word], tune: true });
      else if (kind === 3) requests.push({ op: 'add', word, tag: 'zz' });
      else requests.push({ op: 'add', word, frequency: maker.below(3) * maker.below(100_000) });
      requests.push({ op: 'cut', text: word });
      requests.push({ op: 'cut', text: maker.text(8) + word + maker.text(8) });
    }
    compare(requests);
  });

  it('single characters with a changed frequency act alike', () => {
    const requests: OracleRequest[] = [];
    for (const word of ['一', '的', '少', 'A', '1', '龘', '+']) {
      for (const frequency of [0, 1, 50_000_000]) {
        requests.push({ op: 'add', word, frequency });
        requests.push({ op: 'cut', text: `一少安勿躁的龘A1+B超${word}一${word}了` });
      }
    }
    compare(requests);
  });

  it('words with characters that end a block act alike', () => {
    const requests: OracleRequest[] = [];
    for (const word of ['篧\0', '大 模型', '\0', '模型。', '𠮷野家', '\ud83d', '新\ud83d', '%', '模-型']) {
      requests.push({ op: 'add', word, frequency: 100_000 });
      requests.push({ op: 'cut', text: `篧\0新模型${word}大${word}${word}` });
    }
    compare(requests);
  });

  it('a user dictionary acts alike, with byte order mark, CRLF, blank lines and spaces in words', () => {
    const folder = mkdtempSync(`${tmpdir()}/redian-`);
    const path = `${folder}/user.txt`;
    const content =
      '\ufeff云计算 5\r\n李小福 2 nr\r\n\r\n创新办 3 i\neasy_install 3 eng\n好用 300\n韩玉赏鉴 3 nz\n八一双鹿 3 nz\n' +
      '台中\n凱特琳 nz\nEdu Trust认证 2000\n  大模型 \t\n石墨 0\n温度 36.5\n云计 1.5 n\n';
    writeFileSync(path, content);
    const texts = [
      '李小福是创新办主任也是云计算方面的专家',
      '我们买了一个美的空调，凱特琳说韩玉赏鉴好用',
      '八一双鹿在台中，Edu Trust认证和easy_install都要大模型和石墨烯石墨',
      '温度 36.5度，云计 1.5和云计',
    ];
    const requests: OracleRequest[] = texts.map((text) => ({ op: 'cut', text }));
    const tokenizer = Tokenizer.loadSync();
    expect(tokenizer.loadUserDictionary(new TextEncoder().encode(content))).toBe(14);
    const expected = askOracle([{ op: 'userdict', path }, ...requests]).slice(1);
    rmSync(folder, { recursive: true });
    expect(requests.map((request) => answer(tokenizer, request))).toEqual(expected);
  });
});
