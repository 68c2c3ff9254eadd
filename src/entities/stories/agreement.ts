import { AMOUNT, type KeyTable, NAME, THING, WORD } from './content-keys.js';
import type { Group, GroupLength, Report } from './group.js';

/** How two sets of keys agree: all keys, names and amounts alone, and how many of a kind are shared. */
interface Agreement {
  readonly cosine: number;
  readonly nameCosine: number;
  /** Keys that few posts hold. */
  readonly rare: number;
  /** More than things that are named: a company, a person, a place, or a word or amount that few posts hold. */
  readonly isMoreThanThings: boolean;
  readonly names: number;
  readonly amounts: number;
  /** Things that few posts name: a new model, a product. */
  readonly rareThings: number;
  /** Things that next to nobody named before: at most a dozen posts do. */
  readonly newThings: number;
  /** Companies, people and places that few posts name. */
  readonly rareNames: number;
  /** Amounts that few posts hold. */
  readonly rareAmounts: number;
  /** The group's weightiest name stands in the report, which is about nothing else that is named less often. */
  readonly focal: boolean;
  /** Keys of any kind that hardly any post holds. */
  readonly seldom: number;
  /** In how many posts the rarest shared thing is named. */
  readonly fewest: number;
}

/** What texts that share no key agree in. */
const nothingShared: Agreement = {
  cosine: 0,
  nameCosine: 0,
  rare: 0,
  isMoreThanThings: false,
  names: 0,
  amounts: 0,
  rareThings: 0,
  newThings: 0,
  rareNames: 0,
  rareAmounts: 0,
  focal: false,
  seldom: 0,
  fewest: Infinity,
};

/**
 * Do two texts tell the same without a verb to say so: by most of their weighty words; by a thing that is
 * seldom named; by a company that is seldom named and one more rare word; or, across languages, by an amount or
 * by three names and little else.
 */
export function tellTheSame(agreement: Agreement): boolean {
  const {
    cosine,
    nameCosine,
    rare,
    isMoreThanThings,
    names,
    amounts,
    rareThings,
    newThings,
    rareNames,
    rareAmounts,
    focal,
    seldom,
    fewest,
  } = agreement;
  if (cosine < 0.12) return false;
  if (focal && newThings > 0 && fewest <= 6 && cosine >= 0.25) return true;
  // Claude Code and Codex stand side by side in posts that have nothing else in common; Xbox and Copilot do not.
  if (isMoreThanThings || fewest <= 8) {
    if (cosine >= 0.45 && rare >= 2) return true;
    if (focal && newThings > 0 && rare >= 2 && cosine >= 0.22) return true;
    if ((seldom >= 3 && cosine >= 0.25) || (seldom >= 2 && cosine >= (focal ? 0.28 : 0.34))) return true;
    if (focal && rareThings > 0 && ((rare >= 3 && cosine >= 0.28) || (rare >= 2 && cosine >= 0.33)))
      return true;
  }
  if (focal && rareNames > 0 && rare >= 2 && cosine >= 0.24) return true;
  if (rareAmounts > 0 && names >= 1 && nameCosine >= 0.4) return true;
  // Everyone speaks of Claude Code, Codex and Cursor: three common names alone are no story.
  return (
    (names >= 3 && nameCosine >= 0.7 && (rare > 0 || cosine >= 0.4)) ||
    (names >= 1 && amounts >= 1 && nameCosine >= 0.7)
  );
}

/**
 * How the report's keys agree with the mean of the group's. Where whole stories are compared of which one is told in
 * Chinese and the other in Latin letters, words that no one translates tell nothing against them: they are left out of
 * both lengths, provided that more than names is shared.
 */
export function agreementOf(table: KeyTable, report: Report, group: Group, whole?: Group): Agreement {
  const size = group.reports.length;
  let dot = 0;
  let nameDot = 0;
  let nameSquare = 0;
  let rare = 0;
  let isMoreThanThings = false;
  let words = 0;
  let names = 0;
  let amounts = 0;
  let rareThings = 0;
  let seldom = 0;
  let fewest = Infinity;
  let newThings = 0;
  let rareNames = 0;
  let rareAmounts = 0;
  let focus = -1;
  const { weights, kinds, df, latin } = table;
  const { keys } = report;
  const crosses =
    whole !== undefined &&
    ((whole.chinese === 0 && group.chinese === size) ||
      (whole.chinese === whole.reports.length && group.chinese === 0));
  let latinSquare = 0;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const weight = weights[key] as number;
    const kind = kinds[key] as number;
    if (crosses && latin[key] === 1) latinSquare += weight * weight;
    if (kind !== WORD) {
      nameSquare += weight * weight;
      if (kind !== AMOUNT && (df[key] as number) > 3 && (focus < 0 || weight > (weights[focus] as number)))
        focus = key;
    }
    const count = group.counts.get(key);
    if (count === undefined) continue;
    const product = weight * weight * (count / size);
    dot += product;
    const common = count * 3 >= size;
    const isSeldom = common && table.isSeldom(key);
    if (common && kind === WORD) words++;
    if (kind !== WORD) {
      nameDot += product;
      if (kind === AMOUNT) {
        if (common) amounts++;
        if (isSeldom) rareAmounts++;
      } else {
        if (common) names++;
        if (isSeldom && kind === THING) {
          fewest = Math.min(fewest, df[key] as number);
          rareThings++;
          if ((df[key] as number) <= 12) newThings++;
        }
        if (isSeldom && kind === NAME) rareNames++;
      }
    }
    if (common && table.isRare(key)) {
      rare++;
      if (kind === WORD || kind === AMOUNT) isMoreThanThings = true;
    }
    if (common && kind === NAME) isMoreThanThings = true;
    if (isSeldom) seldom++;
  }
  if (dot === 0) return nothingShared;
  const {
    square,
    latinSquare: groupLatin,
    nameSquare: groupNameSquare,
    focus: groupFocus,
  } = lengthOf(table, group);
  const translates = crosses && words + amounts + rareThings >= 2;
  const own = translates ? Math.sqrt(Math.max(0, report.norm * report.norm - latinSquare)) : report.norm;
  const theirs = translates ? Math.max(0, square - groupLatin) : square;
  return {
    cosine: Math.min(1, dot / (own * Math.sqrt(theirs) || 1)),
    nameCosine: Math.min(1, nameDot / (Math.sqrt(nameSquare * groupNameSquare) || 1)),
    rare,
    isMoreThanThings,
    names,
    amounts,
    rareThings,
    newThings,
    rareNames,
    rareAmounts,
    focal:
      groupFocus >= 0 &&
      report.keys.includes(groupFocus) &&
      (focus < 0 ||
        (group.counts.get(focus) ?? 0) * 3 >= size ||
        (weights[focus] as number) <= 1.25 * (weights[groupFocus] as number)),
    seldom,
    fewest,
  };
}

/** Squared lengths of the group's mean vector and its weightiest name, kept until a report is added. */
function lengthOf({ weights, kinds, latin }: KeyTable, group: Group): GroupLength {
  if (group.length !== undefined) return group.length;
  const size = group.reports.length;
  let square = 0;
  let nameSquare = 0;
  let latinSquare = 0;
  let focus = -1;
  let most = 0;
  for (const [key, count] of group.counts) {
    if (size > 8 && count * 8 < size) continue;
    const weight = (weights[key] as number) * (count / size);
    square += weight * weight;
    const kind = kinds[key] as number;
    if (latin[key] === 1) latinSquare += weight * weight;
    if (kind === WORD) continue;
    nameSquare += weight * weight;
    if (kind !== AMOUNT && (weight > most || (weight === most && key < focus))) {
      focus = key;
      most = weight;
    }
  }
  group.length = { square, latinSquare, nameSquare, focus };
  return group.length;
}
