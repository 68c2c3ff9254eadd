/** The dictionaries of terms, tickers and model families into one file. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';
import { parts, readList, readTable } from '../table.js';

const step: CompileStep = {
  name: 'terms',
  inputs: ['dictionaries', 'src/compile/table.ts'],
  outputs: ['terms.json'],
  run({ root, out }) {
    const terms: unknown[] = [];
    const folder = `${root}dictionaries/ai-terms/`;
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const file of files.filter((name) => name.endsWith('.tsv'))) {
      for (const { cells } of readTable(folder + file)) {
        const term = cells.get('term') ?? '';
        const canonical = cells.get('canonical') || term;
        const mark = cells.get('match') === 'exact' ? '=' : '';
        const surfaces = new Set([
          mark + term,
          ...parts(cells.get('aliases')),
          ...parts(cells.get('chinese')),
        ]);
        if (mark === '') surfaces.add(canonical);
        terms.push([
          canonical,
          cells.get('category'),
          parts(cells.get('chinese'))[0] ?? '',
          cells.get('ticker') ?? '',
          cells.get('maker') ?? '',
          [...surfaces],
        ]);
      }
    }
    for (const [file, column, category] of [
      ['stocks', 'ticker', 'stock'],
      ['coins', 'symbol', 'coin'],
    ] as const) {
      const path = `${root}dictionaries/finance/${file}.tsv`;
      if (!existsSync(path)) continue;
      for (const { cells } of readTable(path)) {
        const ticker = cells.get(column) ?? '';
        const canonical = cells.get('name') || ticker;
        const chinese = parts(cells.get('chinese'));
        const names = [canonical, ...chinese, ...parts(cells.get('aliases'))];
        terms.push([canonical, category, chinese[0] ?? '', ticker, '', names, `$${ticker}`]);
      }
    }
    const families = readTable(`${root}dictionaries/families.tsv`).map(({ cells }) => [
      cells.get('family'),
      cells.get('maker') ?? '',
      [cells.get('family'), ...parts(cells.get('aliases'))],
      { space: ' ', hyphen: '-', none: '' }[cells.get('join') || 'space'] ?? ' ',
    ]);
    const variants = readList(`${root}dictionaries/model-variants.txt`);
    writeFileSync(`${out}terms.json`, JSON.stringify({ version: 1, terms, families, variants }));
  },
};

export default step;
