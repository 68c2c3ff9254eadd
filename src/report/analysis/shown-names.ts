import type { Entity } from '../../entities/index.js';
import { hasHan } from '../../text/han.js';

/** A name of two Han characters or more and nothing else. */
const hanName = /^\p{Script=Han}{2,}$/u;

/** What two ways to write a name may differ in: ChatGPT, Chat GPT, #chatgpt. */
const marks = /[\s.#@_-]/gu;

/** How often posts write a name in Chinese and otherwise, by form. */
interface Forms {
  readonly chinese: Map<string, number>;
  readonly other: Map<string, number>;
}

/**
 * How each name is shown: the posts' own Chinese form where at least as many of them use one as do not, such as
 * 英伟达 for Nvidia; else the canonical name, or what the posts call it where none uses that, such as Twitter for X Platform.
 */
export class ShownNames {
  readonly #forms = new Map<string, Forms>();

  count(text: string, entities: readonly Entity[]): void {
    for (const { canonical, start, end, term } of entities) {
      if (term === undefined) continue;
      const written = text.slice(start, end);
      // AI 编程 is written in more ways than one.
      const form = hanName.test(written) || !hasHan(written) ? written : (term.chinese ?? written);
      const forms = this.#forms.get(canonical) ?? { chinese: new Map(), other: new Map() };
      this.#forms.set(canonical, forms);
      const own = form !== canonical && hasHan(form) ? forms.chinese : forms.other;
      const shown = form.replace(/^[$＄#＃@]/u, '') === term.ticker ? canonical : form;
      own.set(shown, (own.get(shown) ?? 0) + 1);
    }
  }

  /** Whether it is a name of the dictionary, and posts have it. */
  has(canonical: string): boolean {
    return this.#forms.has(canonical);
  }

  of(canonical: string): string {
    const forms = this.#forms.get(canonical);
    if (forms === undefined) return canonical;
    const chinese = mostFrequent(forms.chinese);
    const other = mostFrequent(forms.other);
    if (chinese.all > 0 && chinese.all >= other.all) return chinese.form;
    const isUsed = [...forms.other.keys()].some((form) => plain(form) === plain(canonical));
    return isUsed || other.all === 0 ? canonical : other.form;
  }
}

function plain(form: string): string {
  return form.replace(marks, '').toLowerCase();
}

/** The form that is used most, of equals the first by code units, and how often all are used. */
function mostFrequent(forms: ReadonlyMap<string, number>): { readonly form: string; readonly all: number } {
  let best = '';
  let most = 0;
  let all = 0;
  for (const [form, count] of forms) {
    all += count;
    if (count > most || (count === most && form < best)) {
      best = form;
      most = count;
    }
  }
  return { form: best, all };
}
