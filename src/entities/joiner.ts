import { AMOUNT, type KeyTable, NAME, THING, WORD } from './content-keys.js';
import type { Event, EventType } from './event.js';
import {
  actorKey,
  type Group,
  type GroupLength,
  isChinese,
  isOfOneKind,
  isSameAmount,
  newGroup,
  normOf,
  objectKeys,
  phraseKey,
  put,
  type Report,
} from './group.js';
import { EventLexicon } from './lexicon.js';
import { stem } from './stem.js';
import { StoryIndex } from './story-index.js';

/** Reports of these types may be two ways of telling one thing. */
const kindred: readonly (readonly EventType[])[] = [
  ['release', 'open_source', 'price_change', 'monetization', 'research'],
  ['release', 'benchmark', 'research'],
  ['funding', 'investment', 'stock_move', 'usage_growth'],
  ['acquisition', 'investment', 'restructuring'],
  ['partnership', 'infrastructure', 'investment', 'release', 'acquisition'],
  ['outage', 'quality_complaint', 'security'],
  ['lawsuit', 'regulation'],
  ['stock_move', 'coin_move', 'usage_growth'],
  ['personnel', 'layoffs', 'restructuring'],
];
const kindredWith = new Map<EventType, Set<EventType>>();
for (const group of kindred) {
  for (const type of group) {
    const set = kindredWith.get(type) ?? new Set<EventType>();
    for (const other of group) set.add(other);
    kindredWith.set(type, set);
  }
}

/** What hardly happens twice to one actor within the window. */
const onceAtATime = new Set<EventType>([
  'layoffs',
  'outage',
  'stock_move',
  'coin_move',
  'funding',
  'restructuring',
  'quality_complaint',
  'security',
  'monetization',
]);

/**
 * The words of a noun phrase as keys, English ones by their Chinese where it is known; Han text in all its pairs of
 * letters, since its words are not at hand.
 */
function objectWords(text: string): string[] {
  const { chineseOf } = EventLexicon.loadSync();
  const english = text.toLowerCase().match(/[a-z][a-z0-9.+]{2,}/gu) ?? [];
  const words = english.map((word) => chineseOf.get(stem(word)) ?? stem(word));
  for (let at = 1; at < english.length; at++) {
    const chinese = chineseOf.get(stem(`${english[at - 1]} ${english[at]}`));
    if (chinese !== undefined) words.push(chinese);
  }
  for (const run of text.match(/[\u3400-\u9fff]{2,}/gu) ?? []) {
    for (let length = 2; length <= 4; length++) {
      for (let at = 0; at + length <= run.length && at < 24; at++) words.push(run.slice(at, at + length));
    }
  }
  return words;
}

/** Roles whose amount is part of what happened: another amount is another event. */
const telling = new Set([
  'funding',
  'acquisition',
  'fine',
  'staff',
  'investment',
  'price',
  'revenue',
  'valuation',
]);

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

/**
 * Do two texts tell the same without a verb to say so: by most of their weighty words; by a thing that is
 * seldom named; by a company that is seldom named and one more rare word; or, across languages, by an amount or
 * by three names and little else.
 */
function tellTheSame(agreement: Agreement): boolean {
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
    if ((seldom >= 3 && cosine >= 0.25) || (seldom >= 2 && cosine >= 0.34)) return true;
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

/** Joins reports in the order of time; holds the stories so far and an index over them. */
export class Joiner {
  readonly groups: (Group | undefined)[] = [];
  readonly #table: KeyTable;
  readonly #windowMs: number;
  readonly #threshold: number;
  readonly #index: StoryIndex;

  constructor(table: KeyTable, windowMs: number, threshold: number) {
    this.#table = table;
    this.#windowMs = windowMs;
    this.#threshold = threshold;
    this.#index = new StoryIndex(table);
  }

  add(report: Report): void {
    this.#index.open(report);
    let best = -1;
    let bestScore = 0;
    const count = this.#index.find();
    for (let at = 0; at < count; at++) {
      const candidate = this.#index.found[at] as number;
      const group = this.groups[candidate];
      if (group === undefined) continue;
      const score = this.#score(report, group);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    if (best < 0) {
      best = this.groups.length;
      this.groups.push(newGroup());
    }
    const group = this.groups[best];
    if (group === undefined) return;
    put(group, report);
    this.#index.remember(best);
  }

  /**
   * Joins whole stories that grew alike: reports that came early could not know what their story would be.
   * Greater stories take in smaller ones, each at most once.
   */
  consolidate(): void {
    const order = this.groups
      .map((group, index) => ({ group, index }))
      .filter((entry): entry is { group: Group; index: number } => entry.group !== undefined)
      .sort((a, b) => b.group.reports.length - a.group.reports.length || a.index - b.index);
    this.#index.clear();
    for (const { group, index } of order) {
      const mean = this.#meanOf(group);
      this.#index.open(mean);
      let best = -1;
      let bestScore = 0;
      const count = this.#index.find();
      for (let at = 0; at < count; at++) {
        const candidate = this.#index.found[at] as number;
        const other = this.groups[candidate];
        if (other === undefined || candidate === index) continue;
        const score = this.#score(mean, other, group);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
      const target = best < 0 ? undefined : this.groups[best];
      if (target !== undefined) {
        for (const report of group.reports) put(target, report);
        this.groups[index] = undefined;
      }
      this.#index.remember(target === undefined ? index : best);
    }
  }

  /** A report that stands for a whole group: its commonest keys and its surest event of the commonest type. */
  #meanOf(group: Group): Report {
    const size = group.reports.length;
    const common: number[] = [];
    for (const [key, count] of group.counts) if (count * 3 >= size) common.push(key);
    const keys = Int32Array.from(common).sort();
    let event: Event | undefined;
    let most = 0;
    for (const report of group.reports) {
      const one = report.event;
      if (one === undefined) continue;
      const objects = objectKeys(one);
      const weight =
        (group.types.get(one.type) ?? 0) +
        one.confidence +
        Math.max(0, ...objects.map((name) => group.objects.get(name) ?? 0)) +
        (group.actors.get(actorKey(one) ?? '') ?? 0);
      if (weight > most) {
        most = weight;
        event = one;
      }
    }
    const post = group.reports[0]?.post;
    if (post === undefined) throw new RangeError('a story without a report');
    return { post, ...(event === undefined ? {} : { event }), keys, norm: normOf(this.#table, keys) };
  }

  /**
   * How the report's keys agree with the mean of the group's. Where whole stories are compared of which one is told in
   * Chinese and the other in Latin letters, words that no one translates tell nothing against them: they are left out of
   * both lengths, provided that more than names is shared.
   */
  #content(report: Report, group: Group, whole?: Group): Agreement {
    const size = group.reports.length;
    const table = this.#table;
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
    if (dot === 0)
      return {
        cosine: 0,
        nameCosine: 0,
        rare,
        isMoreThanThings,
        names,
        amounts,
        rareThings,
        newThings,
        rareNames,
        rareAmounts,
        focal: false,
        seldom,
        fewest,
      };
    const {
      square,
      latinSquare: groupLatin,
      nameSquare: groupNameSquare,
      focus: groupFocus,
    } = this.#lengthOf(group);
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
  #lengthOf(group: Group): GroupLength {
    if (group.length !== undefined) return group.length;
    const size = group.reports.length;
    let square = 0;
    let nameSquare = 0;
    let latinSquare = 0;
    let focus = -1;
    let most = 0;
    const { weights, kinds, latin } = this.#table;
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

  /** Similarity of a report and a group; 0 if they are not one story. */
  #score(report: Report, group: Group, whole?: Group): number {
    const time = report.post.createdAt;
    if (time !== undefined && (time > group.first + this.#windowMs || time < group.last - this.#windowMs))
      return 0;
    const agreement = this.#content(report, group, whole);
    const { cosine } = agreement;
    const { event } = report;
    const together =
      whole === undefined
        ? group.posts.has(report.post)
        : [...whole.posts].some((post) => group.posts.has(post));
    if (event === undefined || group.types.size === 0) {
      return !together && tellTheSame(agreement) ? cosine + 0.2 : 0;
    }
    const sameType = group.types.has(event.type);
    if (together && !sameType) return 0;
    if (!sameType && !isKindred(event.type, group) && cosine < 0.5) return 0;
    const score = this.#structure(event, group, agreement, sameType);
    return score >= this.#threshold ? score : 0;
  }

  #structure(event: Event, group: Group, agreement: Agreement, sameType: boolean): number {
    const { cosine } = agreement;
    let score = 0.6 * cosine + (sameType ? 0.1 : 0);
    const alike = cosine >= 0.62;
    let rareDeed = false;
    const actor = actorKey(event);
    const actors = group.actors;
    if (actor !== undefined && actors.size > 0) {
      const count = actors.get(actor) ?? 0;
      // A company that is seldom spoken of does not do the same kind of thing twice.
      rareDeed = count > 0 && sameType && this.#isSeldom(actor);
      if (count > 0) score += this.#isCommon(actor) ? 0.15 : 0.25;
      else if (!alike && !group.objects.has(actor) && !objectKeys(event).some((name) => actors.has(name)))
        return 0;
    }
    const objects = objectKeys(event);
    // A partnership is its two sides: Corning and Nvidia are not OpenAI and Nvidia.
    if (event.type === 'partnership' && sameType && !alike && group.objects.size > 0) {
      const sides = [...(actor === undefined ? [] : [actor]), ...objectKeys(event).slice(0, 1)];
      if (sides.some((side) => !actors.has(side) && !group.objects.has(side))) return 0;
    }
    let objectMatches = false;
    if (objects.length > 0 && group.objects.size > 0) {
      const shared = objects.filter((name) => group.objects.has(name) || actors.has(name));
      // Two things that are done to ChatGPT are one only if more is said of both.
      objectMatches =
        shared.some((name) => !this.#isCommon(name)) || (shared.length > 0 && !this.#saysOther(event, group));
      if (objectMatches) score += 0.3;
      else if (!alike) return 0;
    }
    const phrase = phraseKey(event);
    if (!objectMatches && sameType && phrase !== undefined && group.phrases.has(phrase)) {
      objectMatches = true;
      score += 0.3;
    }
    if (!objectMatches && !alike && this.#saysOther(event, group)) return 0;
    if (rareDeed || (sameType && onceAtATime.has(event.type))) score += 0.15;
    let amountMatches = false;
    let amountConflicts = false;
    for (const amount of event.amounts) {
      const known = group.amounts.filter((other) => other.role === amount.role && isOfOneKind(other, amount));
      if (known.length === 0) continue;
      if (known.some((other) => isSameAmount(amount, other))) amountMatches = true;
      else if (telling.has(amount.role)) amountConflicts = true;
    }
    if (amountMatches) score += 0.3;
    // Another amount is a variant only where the rest agrees; else it is another event of the same actor.
    else if (amountConflicts && !(objectMatches && cosine >= 0.35) && !alike) return 0;
    // One names its object and the other does not: only their words can say that it is the same.
    if (!objectMatches && !amountMatches && !rareDeed && !onceAtATime.has(event.type) && cosine < 0.4)
      return 0;
    return score;
  }

  /**
   * True if the words of an object beside the names of which everyone speaks stand in none of the group's reports of
   * its language: a phone is no GPT-5.5, advertisements in ChatGPT are no free model of ChatGPT.
   */
  #saysOther(event: Event, group: Group): boolean {
    const { object } = event;
    if (object === undefined || group.objects.size === 0) return false;
    if (object.names.some((name) => !this.#isCommon(name.toLowerCase()))) return false;
    const chinese = isChinese(object.text);
    if ((chinese ? group.chinese : group.reports.length - group.chinese) === 0) return false;
    const words = objectWords(object.text).map((word) => this.#table.id(`w:${word}`));
    const known = words.filter((id) => id >= 0);
    return known.length > 0 && !known.some((id) => group.counts.has(id));
  }

  /** Of whom everyone speaks: that two posts do says little. */
  #isCommon(name: string): boolean {
    return this.#dfOf(name) > Math.max(20, this.#table.documents / 50);
  }

  #isSeldom(name: string): boolean {
    const df = this.#dfOf(name);
    return df > 0 && df <= this.#table.seldom;
  }

  #dfOf(name: string): number {
    let most = 0;
    for (const kind of ['e', 'm']) {
      const id = this.#table.id(`${kind}:${name}`);
      if (id >= 0) most = Math.max(most, this.#table.df[id] as number);
    }
    return most;
  }
}

function isKindred(type: EventType, group: Group): boolean {
  const set = kindredWith.get(type);
  if (set === undefined) return false;
  for (const other of group.types.keys()) if (set.has(other)) return true;
  return false;
}
