import { type TermCategory, type TermInfo, termCategories } from './term-info.js';

const joins: ReadonlyMap<string, string> = new Map([
  ['space', ' '],
  ['hyphen', '-'],
  ['none', ''],
]);

/** What a record of the table says, see {@link TermTable.records}. */
export function parseRecord(line: string): TermInfo {
  const [canonical, category, chinese, ticker, maker] = line.split('\t') as [
    string,
    TermCategory,
    ...string[],
  ];
  return {
    canonical,
    // A name that the code has as well is compared without a look at its letters.
    category: termCategories.find((name) => name === category) ?? category,
    ...(chinese ? { chinese } : {}),
    ...(ticker ? { ticker } : {}),
    ...(maker ? { maker } : {}),
  };
}

/** What stands between a family and the version behind it, as a record of the table says; undefined where it is as written. */
export function joinOf(line: string | undefined): string | undefined {
  return joins.get(line?.split('\t')[5] ?? '');
}
