import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type EventPost, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const rows = readFileSync(new URL('told-days.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [day = '', own = '', near = '', text = ''] = line.split('\t');
    return { day, own, near: near.split(' ').filter((one) => one !== ''), text };
  });
type Row = (typeof rows)[number];

/** Whether two texts tell one happening; undefined where no judgement was made. */
function judge(a: Row, b: Row): boolean | undefined {
  if (a.own !== '' && a.own === b.own) return true;
  const [left, right] = [a, b].map(({ own, near }) => [...near, own].filter((one) => one !== ''));
  return left?.some((one) => right?.includes(one)) ? undefined : false;
}

/** Pairs of texts that tell one happening, pairs that are joined, and those that are both. */
function countPairs(day: string): { same: number; joined: number; right: number } {
  const texts = rows.filter((row) => row.day === day);
  const posts = texts.map(({ text }, index): EventPost => {
    const tokens = tokenizer.segment(text);
    const entities = extractEntities(text, tokens);
    return { id: String(index), text, tokens, entities, events: extractEvents(text, tokens, { entities }) };
  });
  const together = new Set<string>();
  for (const { postIds } of joinEvents(posts)) {
    for (const a of postIds) for (const b of postIds) if (Number(a) < Number(b)) together.add(`${a} ${b}`);
  }
  const counts = { same: 0, joined: 0, right: 0 };
  for (const [b, one] of texts.entries()) {
    for (const [a, other] of texts.slice(0, b).entries()) {
      const judgement = judge(one, other);
      if (judgement === undefined) continue;
      const isJoined = together.has(`${a} ${b}`);
      if (judgement) counts.same++;
      if (isJoined) counts.joined++;
      if (judgement && isJoined) counts.right++;
    }
  }
  return counts;
}

describe('headlines of a day that were read', () => {
  test.each(['ai', 'hot'])('of two that are joined nineteen in twenty tell one happening: %s', (day) => {
    const { joined, right } = countPairs(day);
    expect(right / joined).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['ai', 'hot'])('half of those that tell one happening are joined: %s', (day) => {
    const { same, right } = countPairs(day);
    expect(right / same).toBeGreaterThanOrEqual(0.5);
  });
});
