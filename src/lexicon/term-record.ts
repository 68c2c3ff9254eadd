import { type TermCategory, type TermInfo, termCategories } from './term-info.js';

const joins: ReadonlyMap<string, string> = new Map([
  ['space', ' '],
  ['hyphen', '-'],
  ['none', ''],
  ['point', '.'],
]);

/** What a record of the table says, see {@link TermTable.records}; frozen, as every token of the term has it. */
export function parseRecord(line: string): TermInfo {
  const [canonical, category, chinese, ticker, maker] = line.split('\t') as [
    string,
    TermCategory,
    ...string[],
  ];
  return Object.freeze({
    canonical,
    // A name that the code has as well is compared without a look at its letters.
    category: termCategories.find((name) => name === category) ?? category,
    ...(chinese ? { chinese } : {}),
    ...(ticker ? { ticker } : {}),
    ...(maker ? { maker } : {}),
  });
}

/** How the maker of a family writes the names of its models. */
export interface FamilyStyle {
  /** What stands between it and the version, and between the parts behind. */
  readonly join: string;
  readonly joinVariants: string;
  /** Parts that are written small, folded: mini, and the v of a version. */
  readonly small: ReadonlySet<string>;
  /** What stands behind a version that is a whole number: the `.0` of Kling 3.0, or nothing. */
  readonly whole: string;
}

/** The style that a record of the table says. By default a space stands between all parts. */
export function styleOf(line: string | undefined): FamilyStyle {
  const cells = line?.split('\t') ?? [];
  const [first = 'space', second = first === 'space' ? 'space' : 'hyphen'] = (cells[5] || 'space').split('|');
  return {
    join: joins.get(first) ?? ' ',
    joinVariants: joins.get(second) ?? ' ',
    small: new Set((cells[6] ?? '').split('|')),
    whole: cells[7] ?? '',
  };
}
