import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import { buildReport } from '../../src/report/index.js';

const root = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('dist/data/report.schema.json', root), 'utf8')) as object;

it('is what reports hold, of many posts and of one', async () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  const { posts } = await collectPosts(
    readFileSync(new URL('fixtures/tweets-ai-20251128-20251130.csv', root)),
  );
  const earlier = await buildReport(posts, { from: '2025-11-28', to: '2025-11-28', cloudFile: 'c.jpg' });
  const later = await buildReport(posts, { from: '2025-11-29', to: '2025-11-30', baseline: earlier });
  const small = await buildReport(posts.slice(0, 1));
  for (const report of [earlier, later, small]) {
    validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ ...earlier, terms: [{ term: 1 }] })).toBe(false);
  expect(validate({ ...earlier, invented: true })).toBe(false);
});
