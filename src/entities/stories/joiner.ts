import type { Event } from '../events/event.js';
import { agreementOf, tellTheSame } from './agreement.js';
import { connectedParts } from './connected.js';
import type { KeyTable } from './content-keys.js';
import { eventLikeness, isKindred } from './event-likeness.js';
import { actorKey, type Group, newGroup, normOf, objectKeys, put, type Report } from './group.js';
import { StoryIndex } from './story-index.js';

/** How often stories are joined and cut in turns. */
const ROUNDS = 2;

/** Joins reports in the order of time; holds the stories so far and an index over them. */
export class Joiner {
  /** By the story's number in the index; undefined for one that another took in. */
  readonly #groups: (Group | undefined)[] = [];
  /** Of a part the group that it was cut from: what was cut apart is not joined again. */
  readonly #cutFrom = new Map<Group, Group>();
  /** Groups that hold together, and have not grown since that was seen. */
  readonly #whole = new Set<Group>();
  readonly #table: KeyTable;
  readonly #windowMs: number;
  readonly #threshold: number;
  readonly #index: StoryIndex;

  /** @param threshold  likeness of two events from which they are one */
  constructor(table: KeyTable, windowMs: number, threshold: number) {
    this.#table = table;
    this.#windowMs = windowMs;
    this.#threshold = threshold;
    this.#index = new StoryIndex(table);
  }

  /** Puts a report into the story that it resembles most, or into one of its own. */
  add(report: Report): void {
    this.#index.open(report);
    const found = this.#storyOf(report);
    const story = found < 0 ? this.#groups.push(newGroup()) - 1 : found;
    put(this.#groups[story] as Group, report);
    this.#index.remember(story);
  }

  /**
   * The stories: what grew together but tells two things is cut apart, what grew apart but is alike is joined, twice,
   * since a part may belong with a story that its group did not resemble.
   */
  finish(): Group[] {
    for (let round = 0; round < ROUNDS; round++) {
      this.#consolidate();
      this.#cut();
    }
    return this.#groups.filter((group) => group !== undefined);
  }

  /** Cuts each group into the parts that hold together. */
  #cut(): void {
    const groups = this.#groups.splice(0);
    for (const group of groups) {
      if (group === undefined) continue;
      const parts = this.#whole.has(group) ? [group] : connectedParts(group, this.#table);
      if (parts.length === 1) this.#whole.add(group);
      else for (const part of parts) this.#cutFrom.set(part, group);
      this.#groups.push(...parts);
    }
  }

  /**
   * Joins whole stories that grew alike: reports that came early could not know what their story would be.
   * Greater stories take in smaller ones, each at most once.
   */
  #consolidate(): void {
    const order = this.#groups
      .map((group, index) => ({ group, index }))
      .filter((entry): entry is { group: Group; index: number } => entry.group !== undefined)
      .sort((a, b) => b.group.reports.length - a.group.reports.length || a.index - b.index);
    this.#index.clear();
    for (const { group, index } of order) {
      const mean = this.#meanOf(group);
      this.#index.open(mean);
      const best = this.#storyOf(mean, group);
      const target = best < 0 ? undefined : this.#groups[best];
      if (target !== undefined) {
        for (const report of group.reports) put(target, report);
        this.#whole.delete(target);
        this.#groups[index] = undefined;
      }
      this.#index.remember(target === undefined ? index : best);
    }
  }

  /**
   * The story of those that the index finds which the opened report resembles most; -1 if it resembles none.
   * @param whole  the group that the report stands for, which is not compared with itself
   */
  #storyOf(report: Report, whole?: Group): number {
    let best = -1;
    let bestScore = 0;
    const count = this.#index.find();
    for (let at = 0; at < count; at++) {
      const candidate = this.#index.found[at] as number;
      const group = this.#groups[candidate];
      if (group === undefined || group === whole) continue;
      if (whole !== undefined && this.#isCutFrom(whole, group)) continue;
      const score = this.#score(report, group, whole);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  #isCutFrom(a: Group, b: Group): boolean {
    const origin = this.#cutFrom.get(a);
    return origin !== undefined && origin === this.#cutFrom.get(b);
  }

  /** A report that stands for a whole group: its commonest keys and its surest event of the commonest type. */
  #meanOf(group: Group): Report {
    const size = group.reports.length;
    const common: number[] = [];
    for (const [key, count] of group.counts) if (count * 3 >= size) common.push(key);
    const keys = this.#table.sort(Int32Array.from(common));
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
    const { post } = group.reports[0] as Report;
    return { post, ...(event === undefined ? {} : { event }), keys, norm: normOf(this.#table, keys) };
  }

  /** Similarity of a report and a group; 0 if they are not one story. */
  #score(report: Report, group: Group, whole?: Group): number {
    const time = report.post.createdAt;
    if (time !== undefined && (time > group.first + this.#windowMs || time < group.last - this.#windowMs))
      return 0;
    const agreement = agreementOf(this.#table, report, group, whole);
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
    const score = eventLikeness(this.#table, event, group, cosine);
    return score >= this.#threshold ? score : 0;
  }
}
