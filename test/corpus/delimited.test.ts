import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { DelimitedScanner } from '../../src/corpus/rows/delimited.js';
import type { Row } from '../../src/corpus/rows/row.js';

/** The rows of a text that comes in pieces of a given length. */
function scan(text: string, pieceLength: number, delimiter = ','): Row[] {
  const scanner = new DelimitedScanner(delimiter);
  const rows: Row[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...scanner.push(text.slice(at, at + pieceLength)));
  rows.push(...scanner.end());
  return rows;
}

function cells(rows: readonly Row[]): readonly (readonly string[])[] {
  return rows.flatMap((row) => (row.kind === 'cells' ? [row.cells] : []));
}

function quoteCell(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

describe('delimited text', () => {
  it('keeps quoted line breaks, delimiters and doubled quotes, with lines counted', () => {
    const rows = scan('\uFEFFid,text\r\n1,"a, ""b""\r\nc"\r\n\r\n2,d\r\n', 1000);
    expect(rows).toEqual([
      { kind: 'cells', line: 1, cells: ['id', 'text'] },
      { kind: 'cells', line: 2, cells: ['1', 'a, "b"\r\nc'] },
      { kind: 'cells', line: 5, cells: ['2', 'd'] },
    ]);
  });

  it('gives back whatever cells were written, in pieces of any length', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', ',', '"', '\n', '\r', ' ', '😀') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
        const text = rows.map((row) => row.map(quoteCell).join(',')).join('\n');
        expect(cells(scan(text, pieceLength))).toEqual(rows);
      }),
    );
  });

  it('reads well-formed text as fast-csv does', async () => {
    const text = 'a,b,c\n1,"x\ny",\n"",2,"q""q"\n中文,"，",\r\n';
    const expected = await new Promise<string[][]>((resolve, reject) => {
      const rows: string[][] = [];
      parseString<string[], string[]>(text)
        .on('data', (row: string[]) => rows.push(row))
        .on('error', reject)
        .on('end', () => resolve(rows));
    });
    expect(cells(scan(text, 3))).toEqual(expected);
  });

  it('never throws and never loses a line, whatever the text', () => {
    const piece = fc.constantFrom('"', ',', '\n', 'a', '""', '\r\n', ' ', '1,2\n');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (pieces, pieceLength) => {
          const text = `x,y\n${pieces.join('')}`;
          const rows = scan(text, pieceLength);
          const lines = rows.map((row) => row.line);
          expect([...lines].sort((a, b) => a - b)).toEqual(lines);
          const atOnce = scan(text, text.length);
          // Where a quote is never closed, how much is known when it is given up depends on nothing but the text.
          expect(rows.length).toBe(atOnce.length);
        },
      ),
    );
  });
});

describe('a quote that is opened and not closed', () => {
  const header = 'id,text,likes\n';

  it('costs its own line in the middle of a file', async () => {
    const { posts, rejects } = await collectPosts(`${header}1,one,1\n2,"two,2\n3,three,3\n4,"four, ok",4\n`);
    expect(posts.map((post) => post.text)).toEqual(['one', 'three', 'four, ok']);
    expect(rejects).toMatchObject([{ line: 3, reason: 'broken-row', raw: '2,"two,2' }]);
  });

  it('costs its own line at the end, and swallows nothing before or behind it', async () => {
    const { posts, rejects } = await collectPosts(`${header}1,one,1\n2,"two,2\n3,three,3\n4,four,4`);
    expect(posts.map((post) => post.text)).toEqual(['one', 'three', 'four']);
    expect(rejects.map(({ line, reason }) => ({ line, reason }))).toEqual([
      { line: 3, reason: 'broken-row' },
    ]);
  });

  it('is reported if it is the last character of the file', async () => {
    const { posts, rejects } = await collectPosts(`${header}1,one,1\n2,"`);
    expect(posts).toHaveLength(1);
    expect(rejects).toMatchObject([{ line: 3, reason: 'broken-row' }]);
  });

  it('is a character where cells are parted by tabs', async () => {
    const { posts, rejects } = await collectPosts('id\ttext\n1\t"东数西算"大战略\n2\t"只开不关\n3\t好的\n');
    expect(posts.map((post) => post.text)).toEqual(['"东数西算"大战略', '"只开不关', '好的']);
    expect(rejects).toEqual([]);
  });
});

describe('a quoted cell without end', () => {
  it('of many lines is given up line by line, in linear time and bounded memory', async () => {
    const lines = 150_000;
    const text = `id,text\n0,good\n1,"${'x\n'.repeat(lines)}`;
    const pieces = Array.from({ length: Math.ceil(text.length / 1000) }, (_, at) =>
      text.slice(at * 1000, at * 1000 + 1000),
    );
    const { posts, rejects, tally } = await collectPosts(pieces);
    expect(posts.map((post) => post.text)).toEqual(['good']);
    expect(tally.rejected).toBe(lines);
    expect(rejects).toHaveLength(100_000);
  });
});

describe('rows of the wrong width', () => {
  it('are rejected one by one, with what was found', async () => {
    const { posts, rejects } = await collectPosts('id,text\n1,one\n2\n3,three,extra\n4,four,,\n');
    expect(posts.map((post) => post.text)).toEqual(['one', 'four']);
    expect(rejects.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: 1 columns where the header has 2',
      '4: 3 columns where the header has 2',
    ]);
  });
});
