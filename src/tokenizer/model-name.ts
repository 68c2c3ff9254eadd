import { isDigitUnit, isHanUnit, isWordUnit } from '../text/fold.js';
import type { TermInfo } from './token.js';

/** A family of models: the head of a name, such as Qwen. */
export interface ModelFamily {
  readonly name: string;
  readonly maker?: string;
  readonly surfaces: readonly string[];
  /** What stands between the family and its version. */
  readonly join: '' | ' ' | '-';
}

export interface ModelMatch {
  readonly end: number;
  readonly term: TermInfo;
}

/** Parts behind a family: version, size, snapshot or variant, each with what may stand before it. */
const version =
  /([ -]?)(v|r|k|m|s)?(\d{1,2}(?:\.\d{1,2}){0,2}(?:[a-z](?![a-z0-9]))?|\d{1,2}(?:\.\d)?[nov](?![a-z0-9]))(?!\d|\.\d|,\d{3}|[%万亿千百年月日个倍])/iy;
const size =
  /([ -])((?:\d{1,3}x)?\d{1,4}(?:\.\d{1,2})?[bmt]|a\d{1,3}(?:\.\d)?b|e\d{1,2}b)(?![a-z0-9])(?!参数|\s?param|\s?token|\s?上下文)/iy;
const snapshot = /([ -])(\d{4}|\d{6}|\d{8}|20\d\d-\d\d-\d\d)(?![\d.%万亿千百年月日个倍])/y;

const MAX_PARTS = 6;

/**
 * Names of models that no dictionary has yet, told by their shape: a family, then at least one of version, size
 * and variant (Qwen4-72B-Instruct, Llama 5 Scout, o4-mini, 文心5.0).
 */
export class ModelNames {
  readonly #families = new Map<string, ModelFamily>();
  readonly #starts = new Uint8Array(65536);
  readonly #variants: RegExp;
  readonly #spelling = new Map<string, string>();
  #longest = 0;

  constructor(families: readonly ModelFamily[], variants: readonly string[]) {
    for (const family of families) {
      for (const surface of family.surfaces) {
        const key = surface.toLowerCase();
        this.#families.set(key, family);
        this.#starts[key.charCodeAt(0)] = 1;
        this.#starts[key.toUpperCase().charCodeAt(0)] = 1;
        this.#longest = Math.max(this.#longest, key.length);
      }
    }
    for (const variant of variants) this.#spelling.set(variant.toLowerCase(), variant);
    const words = [...this.#spelling.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ -]'));
    this.#variants = new RegExp(`([ -]?)(${escaped.join('|')})(?![A-Za-z0-9])`, 'iy');
  }

  /** @param folded  the width-folded text. */
  match(folded: string, start: number): ModelMatch | undefined {
    if (this.#starts[folded.charCodeAt(start)] === 0) return undefined;
    const head = folded.slice(start, start + this.#longest).toLowerCase();
    for (let length = head.length; length > 0; length--) {
      const family = this.#families.get(head.slice(0, length));
      if (family === undefined) continue;
      const found = this.#tail(folded, start, start + length, family);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #tail(folded: string, start: number, headEnd: number, family: ModelFamily): ModelMatch | undefined {
    const surface = folded.slice(start, headEnd);
    const short =
      (surface.length <= 2 && !isHanUnit(surface.charCodeAt(0))) ||
      /^(seed|step|gen|nova|wan|ring|ling|spark|titan|sam|sd|yi|phi|emu|genie|falcon)$/i.test(surface);
    // A short or everyday word is a family only when it is written as one.
    if (short && surface.toLowerCase() !== 'o' && !/^[A-Z]/.test(surface)) return undefined;
    let end = headEnd;
    let telling = false;
    let tail = '';
    let numbered = false;
    for (let parts = 0; parts < MAX_PARTS; parts++) {
      const part = this.#part(folded, end, telling, surface);
      if (part === undefined) break;
      if (short && parts === 0 && (part.kind === 'variant' || part.separator === ' ')) return undefined;
      telling ||= part.kind !== 'variant' || part.separator === '-' || !short;
      if (parts === 0) numbered = part.kind === 'version';
      tail += (part.separator === '' ? '' : part.separator) + part.text;
      end = part.end;
    }
    if (tail === '' || !telling) return undefined;
    const next = folded.charCodeAt(end);
    if (isWordUnit(next) && !isHanUnit(next)) return undefined;
    if (folded[end] === '.' && isDigitUnit(folded.charCodeAt(end + 1))) return undefined;
    // 文心5.0 keeps the name that was written; Latin heads take the family's spelling and its way to join.
    const spelled = family.surfaces.find((name) => name.toLowerCase() === surface.toLowerCase()) ?? surface;
    const latin = isWordUnit(surface.charCodeAt(0));
    const joined = numbered ? (latin ? family.join : '') + tail.replace(/^[ -]/, '') : tail;
    const canonical = spelled + joined;
    return {
      end,
      term: {
        canonical,
        category: 'model',
        ...(family.maker === undefined ? {} : { maker: family.maker }),
        guessed: true,
      },
    };
  }

  #part(
    folded: string,
    at: number,
    telling: boolean,
    head: string,
  ): { end: number; separator: string; text: string; kind: 'version' | 'size' | 'variant' } | undefined {
    size.lastIndex = at;
    const sized = size.exec(folded);
    if (sized !== null) {
      return {
        end: at + sized[0].length,
        separator: sized[1] as string,
        text: (sized[2] as string).toUpperCase(),
        kind: 'size',
      };
    }
    snapshot.lastIndex = at;
    const dated = telling ? snapshot.exec(folded) : null;
    if (dated !== null && dated[1] === '-') {
      return { end: at + dated[0].length, separator: '-', text: dated[2] as string, kind: 'version' };
    }
    version.lastIndex = at;
    const numbered = telling && folded[at] === ' ' ? null : version.exec(folded);
    if (numbered !== null) {
      const letter = numbered[2] ?? '';
      const touching = numbered[1] === '' && letter !== '' && isWordUnit(head.charCodeAt(head.length - 1));
      if (!touching) {
        const text =
          letter.toUpperCase() +
          (numbered[3] as string).replace(/[A-Z]$/, (sign) => (sign === 'V' ? 'V' : sign.toLowerCase()));
        return { end: at + numbered[0].length, separator: numbered[1] as string, text, kind: 'version' };
      }
    }
    this.#variants.lastIndex = at;
    const varied = this.#variants.exec(folded);
    if (varied === null || (varied[1] === '' && at > 0 && /[A-Za-z]/.test(folded[at - 1] as string)))
      return undefined;
    const spelled =
      head === 'o'
        ? (varied[2] as string)
        : (this.#spelling.get((varied[2] as string).toLowerCase()) ?? (varied[2] as string));
    return { end: at + varied[0].length, separator: varied[1] as string, text: spelled, kind: 'variant' };
  }
}
