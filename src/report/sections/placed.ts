import type { Fact } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';
import { readsAsChinese } from '../language/quote.js';
import { headlineOf } from './headline.js';

/** Where each fact has been told, so that it is told once and referred to afterwards. */
export class Placed {
  readonly #places = new Map<Fact, string | undefined>();

  /** @param place  how a sentence refers to it: 关键点 3; undefined for one that is quoted beside others and not worth it. */
  put(fact: Fact, place: string | undefined): void {
    this.#places.set(fact, place);
  }

  /** The facts that can be referred to. */
  facts(): Fact[] {
    return [...this.#places].filter(([, place]) => place !== undefined).map(([fact]) => fact);
  }

  has(fact: Fact): boolean {
    return this.#places.has(fact);
  }

  /** 英伟达发布 Orchestrator-8B（见关键点 1）; undefined for a fact that is told nowhere. */
  reference(fact: Fact): string | undefined {
    const place = this.#places.get(fact);
    return place === undefined ? undefined : `${shortened(headlineOf(fact).words)}（见${place}）`;
  }
}

/** Columns of an English headline where it is referred to. */
const MOST_COLUMNS = 64;

/** A headline as far as a reader needs it to know it again. */
function shortened(headline: string): string {
  if (columnsOf(headline) <= MOST_COLUMNS || readsAsChinese(headline)) return headline;
  let short = '';
  for (const piece of headline.match(/\S+|\s+/gu) ?? []) {
    if (columnsOf(short + piece) > MOST_COLUMNS) break;
    short += piece;
  }
  return `${short.replace(/[\s，,、：:；;]+$/u, '')}…`;
}
