import { readFileSync } from 'node:fs';
import { parseString } from 'fast-csv';
import { expect, it } from 'vitest';
import { formatReportCsv } from '../../src/cli/report-csv.js';
import { collectPosts } from '../../src/corpus/index.js';
import { buildReport, type Support } from '../../src/report/index.js';

function parsed(csv: string): Promise<Record<string, string>[]> {
  return new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = [];
    parseString(csv.replace(/^\ufeff/, ''), { headers: true })
      .on('data', (row: Record<string, string>) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

it('has every statement with its posts, and no cell that a spreadsheet runs', async () => {
  const { posts } = await collectPosts(
    readFileSync(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url)),
  );
  const formulas = ['=HYPERLINK("http://evil")', '+1+1', '@SUM(1)', '-2', '"quoted", and\nbroken'];
  const spoilt = posts.map((post, index) => ({
    ...post,
    id: `${formulas[index % formulas.length]}${post.id}`,
    text: `${formulas[index % formulas.length]} ${post.text}`,
  }));
  const report = await buildReport(spoilt, { topic: 'ai', source: 'twitter' });
  const csv = await formatReportCsv(report);
  expect(csv.startsWith('\ufeffsection,text,posts,')).toBe(true);
  const rows = await parsed(csv);
  const statements: { readonly support: Support }[] = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly { readonly support: Support }[] =>
      block.type === 'paragraph'
        ? [...block.statements]
        : block.type === 'list'
          ? block.items.flat()
          : block.type === 'table'
            ? [...block.rows]
            : [],
    ),
  );
  expect(rows.length).toBe(statements.length);
  for (const [index, row] of rows.entries()) {
    expect(Number(row.posts)).toBe(statements[index]?.support.posts);
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
});
