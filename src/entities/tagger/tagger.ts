import { readDataFile, readDataFileSync } from '../../base/data-file.js';
import type { Token } from '../../tokenizer/token.js';
import { NameFeatures } from './features.js';
import { NameModel, type NameType, nameTypes } from './model.js';

const FILE = 'names.bin';

/** A name that the tagger found: `text.slice(start, end)`. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** Probability of the least certain of its units and of its end, in (0, 1]. */
  readonly certainty: number;
}

/** A stretch ends at a line's end, at a mark once it is this long, and in any case at four times of it. */
const STRETCH = 96;

let shared: NameTagger | undefined;

/** Finds names of companies, organizations, offices and people in Chinese text by what stands around and inside them. */
export class NameTagger {
  readonly #model: NameModel;
  readonly #features = new NameFeatures();

  constructor(model: NameModel) {
    this.#model = model;
  }

  /** The one tagger of the package, read on first use. In a browser call {@link load} first. */
  static loadSync(): NameTagger {
    shared ??= new NameTagger(new NameModel(readDataFileSync(FILE), FILE));
    return shared;
  }

  static async load(): Promise<NameTagger> {
    shared ??= new NameTagger(new NameModel(await readDataFile(FILE), FILE));
    return shared;
  }

  /** Names in order. O(characters). */
  tag(text: string, tokens: readonly Token[]): TaggedName[] {
    const names: TaggedName[] = [];
    for (let first = 0; first < tokens.length; ) {
      let last = first;
      const { start } = tokens[first] as Token;
      while (last < tokens.length) {
        const token = tokens[last++] as Token;
        const length = token.end - start;
        if (token.kind === 'space' && token.text.includes('\n')) break;
        if (length > STRETCH && (token.kind === 'punctuation' || length > 4 * STRETCH)) break;
      }
      this.#tagStretch(text, tokens, first, last, names);
      first = last;
    }
    return names;
  }

  #tagStretch(
    text: string,
    tokens: readonly Token[],
    first: number,
    last: number,
    names: TaggedName[],
  ): void {
    const features = this.#features;
    const count = features.read(text, tokens, first, last);
    if (count === 0 || !this.#model.read(features, count)) return;
    const { labels, certainty } = this.#model;
    for (let i = 0; i < count; ) {
      const label = labels[i] as number;
      if (label === 0) {
        i++;
        continue;
      }
      let least = certainty[i] as number;
      let end = i + 1;
      while (end < count && labels[end] === label + 1) least = Math.min(least, certainty[end++] as number);
      // 格雷格·布罗克 before 曼 is as uncertain as that 曼 is no part of it.
      if (end < count) least = Math.min(least, certainty[end] as number);
      names.push({
        start: features.starts[i] as number,
        end: features.ends[end - 1] as number,
        type: nameTypes[(label - 1) >> 1] as NameType,
        certainty: least,
      });
      i = end;
    }
  }
}
