import { readTable } from './table.js';

/** Each traditional character of dictionaries/traditional.tsv and the simplified one that it stands for. */
export function readTraditional(
  dictionaries: string,
): (readonly [traditional: string, simplified: string])[] {
  return readTable(`${dictionaries}traditional.tsv`).flatMap(({ cells }) =>
    [...(cells.get('traditional') ?? '')].map(
      (character) => [character, cells.get('simplified') ?? ''] as const,
    ),
  );
}

/** A word of simplified characters in all the ways in which traditional texts may write it, itself first. */
export function traditionalForms(word: string, formsOf: ReadonlyMap<string, readonly string[]>): string[] {
  let forms = [''];
  for (const character of word) {
    const ways = [character, ...(formsOf.get(character) ?? [])];
    forms = forms.flatMap((form) => ways.map((way) => form + way));
  }
  return forms;
}
