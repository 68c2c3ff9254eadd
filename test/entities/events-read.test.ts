import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

interface Row {
  readonly right: boolean;
  readonly type: string;
  readonly modality: string;
  readonly actor: string;
  readonly object: string;
  readonly clause: string;
}

function readRows(name: string): Row[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [judgement = '', type = '', modality = '', actor = '', object = '', clause = ''] =
        line.split('\t');
      return { right: judgement === 'right', type, modality, actor, object, clause };
    });
}

const tokenizer = Tokenizer.loadSync();

/** True if the clause gives just this event: an event that was mended is another one. */
function comesOut({ type, modality, actor, object, clause }: Row): boolean {
  return extractEvents(clause, tokenizer.segment(clause)).some(
    (event) =>
      event.type === type &&
      event.modality === modality &&
      (event.actor?.canonical ?? event.actor?.text ?? '-') === actor &&
      (event.object?.text ?? '-') === object,
  );
}

test.each([
  ['events-read.tsv', 700, 0.75],
  ['events-set-aside.tsv', 200, 0.8],
  ['events-later.tsv', 380, 0.9],
  ['events-outside.tsv', 350, 0.95],
  ['events-unseen.tsv', 140, 0.9],
  ['events-fresh.tsv', 200, 0.95],
  ['events-latest.tsv', 140, 0.95],
  ['events-everything.tsv', 740, 0.95],
])('of the events read one by one in %s, nine of ten that still come out are right', (name, least, kept) => {
  const rows = readRows(name);
  expect(rows.length).toBeGreaterThanOrEqual(least);
  const right = rows.filter((row) => row.right);
  const found = right.filter(comesOut).length;
  const wrong = rows.filter((row) => !row.right && comesOut(row)).length;
  expect(found).toBeGreaterThanOrEqual(right.length * kept);
  expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.9);
});

test('an actor that was read as right keeps being found', () => {
  const rows = readRows('events-read.tsv').filter((row) => row.right && row.actor !== '-');
  let found = 0;
  let same = 0;
  for (const row of rows) {
    const event = extractEvents(row.clause, tokenizer.segment(row.clause)).find(
      (one) => one.type === row.type,
    );
    if (event?.actor === undefined) continue;
    found++;
    const names = [event.actor.canonical, event.actor.text, event.actor.maker].map((name) =>
      name?.toLowerCase(),
    );
    if (names.includes(row.actor.toLowerCase()) || row.clause.includes(event.actor.text)) same++;
  }
  expect(same / found).toBeGreaterThanOrEqual(0.95);
});
