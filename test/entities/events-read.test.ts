import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractEntities, extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

interface Row {
  readonly right: boolean;
  readonly type: string;
  readonly modality: string;
  readonly actor: string;
  readonly clause: string;
}

function readRows(): Row[] {
  return readFileSync(new URL('events-read.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [judgement = '', type = '', modality = '', actor = '', , clause = ''] = line.split('\t');
      return { right: judgement === 'right', type, modality, actor, clause };
    });
}

const tokenizer = Tokenizer.loadSync();
/** Without the dictionary of terms nothing is known of who acts. */
const hasTerms = extractEntities('OpenAI', tokenizer.segment('OpenAI')).some((entity) => entity.known);

test.runIf(hasTerms)('of the events read one by one, nine of ten that still come out are right', () => {
  const rows = readRows();
  expect(rows.length).toBeGreaterThanOrEqual(200);
  let found = 0;
  let right = 0;
  for (const row of rows) {
    const events = extractEvents(row.clause, tokenizer.segment(row.clause));
    if (!events.some((event) => event.type === row.type)) continue;
    found++;
    if (row.right) right++;
  }
  expect(found).toBeGreaterThanOrEqual(rows.length * 0.6);
  expect(right / found).toBeGreaterThanOrEqual(0.9);
});

test.runIf(hasTerms)('an actor that was read as right keeps being found', () => {
  const rows = readRows().filter((row) => row.right && row.actor !== '-');
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
