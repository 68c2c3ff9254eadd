import { hasHan } from '../../text/han.js';
import { EventLexicon } from '../event-lexicon.js';
import type { Event, EventType } from '../events/event.js';
import { stem } from '../stem.js';
import type { KeyTable } from './content-keys.js';
import { actorKey, type Group, isOfOneKind, isSameAmount, objectKeys, phraseKey } from './group.js';

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

/** True if the group tells of a type that may be another way of telling this one. */
export function isKindred(type: EventType, group: Group): boolean {
  const set = kindredWith.get(type);
  if (set === undefined) return false;
  for (const other of group.types.keys()) if (set.has(other)) return true;
  return false;
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

/**
 * How alike an event and the events of a group are, from 0: by the cosine of their contents, and by the type, the actor, the
 * object and the amounts that they have in common. 0 if one of these says that they are two.
 */
export function eventLikeness(table: KeyTable, event: Event, group: Group, cosine: number): number {
  const sameType = group.types.has(event.type);
  let score = 0.6 * cosine + (sameType ? 0.1 : 0);
  const alike = cosine >= 0.62;
  let rareDeed = false;
  const actor = actorKey(event);
  const actors = group.actors;
  if (actor !== undefined && actors.size > 0) {
    const count = actors.get(actor) ?? 0;
    // A company that is seldom spoken of does not do the same kind of thing twice.
    rareDeed = count > 0 && sameType && isSeldom(table, actor);
    if (count > 0) score += isCommon(table, actor) ? 0.15 : 0.25;
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
      shared.some((name) => !isCommon(table, name)) || (shared.length > 0 && !saysOther(table, event, group));
    if (objectMatches) score += 0.3;
    else if (!alike) return 0;
  }
  const phrase = phraseKey(event);
  if (!objectMatches && sameType && phrase !== undefined && group.phrases.has(phrase)) {
    objectMatches = true;
    score += 0.3;
  }
  if (!objectMatches && !alike && saysOther(table, event, group)) return 0;
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
  if (!objectMatches && !amountMatches && !rareDeed && !onceAtATime.has(event.type) && cosine < 0.4) return 0;
  return score;
}

/**
 * True if the words of an object beside the names of which everyone speaks stand in none of the group's reports of
 * its language: a phone is no GPT-5.5, advertisements in ChatGPT are no free model of ChatGPT.
 */
function saysOther(table: KeyTable, event: Event, group: Group): boolean {
  const { object } = event;
  if (object === undefined || group.objects.size === 0) return false;
  if (object.names.some((name) => !isCommon(table, name.toLowerCase()))) return false;
  const chinese = hasHan(object.text);
  if ((chinese ? group.chinese : group.reports.length - group.chinese) === 0) return false;
  const words = objectWords(object.text).map((word) => table.id(`w:${word}`));
  const known = words.filter((id) => id >= 0);
  return known.length > 0 && !known.some((id) => group.counts.has(id));
}

/**
 * The words of a noun phrase as keys, English ones by their Chinese where it is known; of Han text all stretches of two
 * to four letters, since its words are not at hand.
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

/** Of whom everyone speaks: that two posts do says little. */
function isCommon(table: KeyTable, name: string): boolean {
  return dfOf(table, name) > Math.max(20, table.documents / 50);
}

/** In a few posts, which {@link KeyTable.seldom} bounds. */
function isSeldom(table: KeyTable, name: string): boolean {
  const df = dfOf(table, name);
  return df > 0 && df <= table.seldom;
}

/** Posts that name it, as a thing or as anything else; 0 if none does. */
function dfOf(table: KeyTable, name: string): number {
  let most = 0;
  for (const kind of ['e', 'm']) {
    const id = table.id(`${kind}:${name}`);
    if (id >= 0) most = Math.max(most, table.df[id] as number);
  }
  return most;
}
