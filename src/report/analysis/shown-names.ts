import type { Entity } from '../../entities/index.js';
import { hasHan } from '../../text/han.js';

/** A name of two Han characters or more and nothing else. */
const hanName = /^\p{Script=Han}{2,}$/u;

/**
 * How each name is shown: the posts' own Chinese form where at least as many of them use one as do not, such as
 * 英伟达 for Nvidia; else the canonical name.
 */
export class ShownNames {
  readonly #forms = new Map<string, Map<string, number>>();
  readonly #others = new Map<string, number>();

  count(text: string, entities: readonly Entity[]): void {
    for (const { canonical, start, end, term } of entities) {
      if (term === undefined) continue;
      const written = text.slice(start, end);
      // AI 编程 is written in more ways than one.
      const form = hanName.test(written) || !hasHan(written) ? written : (term.chinese ?? written);
      if (form === canonical || !hasHan(form)) {
        this.#others.set(canonical, (this.#others.get(canonical) ?? 0) + 1);
        continue;
      }
      const forms = this.#forms.get(canonical) ?? new Map<string, number>();
      this.#forms.set(canonical, forms);
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }

  /** Whether it is a name of the dictionary, and posts have it. */
  has(canonical: string): boolean {
    return this.#forms.has(canonical) || this.#others.has(canonical);
  }

  of(canonical: string): string {
    let best = canonical;
    let most = 0;
    let all = 0;
    for (const [form, count] of this.#forms.get(canonical) ?? []) {
      all += count;
      if (count > most || (count === most && form < best)) {
        best = form;
        most = count;
      }
    }
    return all > 0 && all >= (this.#others.get(canonical) ?? 0) ? best : canonical;
  }
}
