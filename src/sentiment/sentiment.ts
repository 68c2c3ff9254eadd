import { checkString } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import { fold } from '../text/fold.js';
import { type Token, Tokenizer } from '../tokenizer/index.js';
import { featuresOf } from './features.js';
import { LinearModel } from './model.js';

/** A word that speaks for or against, with what turned or scaled it. */
export interface SentimentEvidence {
  readonly text: string;
  /** Half-open offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** After negation and degree, in [-6, 6]. */
  readonly polarity: number;
  readonly negated: boolean;
}

export interface SentimentResult {
  /** In [-1, 1]. */
  readonly score: number;
  readonly label: 'positive' | 'negative' | 'neutral';
  /** In order of the text. */
  readonly evidence: readonly SentimentEvidence[];
}

type Shifter = 'negation' | 'degree+' | 'degree-' | 'contrast';

interface SentimentFile {
  readonly version: number;
  readonly words: readonly (readonly [string, number])[];
  readonly signs: readonly (readonly [string, number])[];
  readonly shifters: readonly (readonly [string, Shifter])[];
  readonly weights: readonly (readonly [string, number])[];
}

/** Tokens that a negation or a degree reaches over. */
const REACH = 4;
/** Below this a post counts as neutral. */
const NEUTRAL = 0.2;

/**
 * Polarity of posts: a lexicon with negation, degree, contrast and emoji, which gives evidence, joined by a linear
 * model of words and pairs of words, which knows what no list holds.
 *
 * ```ts
 * Sentiment.loadSync().score('虽然有小毛病，但这次更新太香了'); // positive
 * ```
 */
export class Sentiment {
  readonly #words: ReadonlyMap<string, number>;
  readonly #signs: ReadonlyMap<string, number>;
  readonly #shifters: ReadonlyMap<string, Shifter>;
  readonly #model: LinearModel;
  readonly #longest: number;
  #tokenizer: Tokenizer | undefined;

  private constructor(bytes: Uint8Array, tokenizer: Tokenizer | undefined) {
    const file = JSON.parse(new TextDecoder().decode(bytes)) as SentimentFile;
    if (file.version !== 1) {
      throw new RedianError('INVALID_DATA', `sentiment.json: version ${file.version}; expected version 1`);
    }
    this.#words = new Map(file.words);
    this.#signs = new Map(file.signs);
    this.#shifters = new Map(file.shifters);
    const weights = new Map(file.weights);
    const bias = weights.get('(bias)') ?? 0;
    weights.delete('(bias)');
    this.#model = new LinearModel(weights, bias);
    this.#tokenizer = tokenizer;
    let longest = 1;
    for (const word of this.#words.keys()) longest = Math.max(longest, word.length);
    this.#longest = longest;
  }

  /** @param tokenizer  used for texts that come as strings. Default: one with the bundled data, made when needed. */
  static loadSync(tokenizer?: Tokenizer): Sentiment {
    return new Sentiment(readDataFileSync('sentiment.json'), tokenizer);
  }

  static async load(tokenizer?: Tokenizer): Promise<Sentiment> {
    const [bytes, ready] = await Promise.all([readDataFile('sentiment.json'), tokenizer ?? Tokenizer.load()]);
    return new Sentiment(bytes, ready);
  }

  /**
   * Polarity of a post. An empty text is neutral.
   *
   * @param post  a text, or its tokens by `Tokenizer.segment`. O(tokens).
   */
  score(post: string | readonly Token[]): SentimentResult {
    let tokens: readonly Token[];
    if (Array.isArray(post)) {
      tokens = post as readonly Token[];
    } else {
      checkString('post', post);
      this.#tokenizer ??= Tokenizer.loadSync();
      tokens = this.#tokenizer.segment(post);
    }
    const evidence = this.#evidence(tokens);
    const lexical = this.#weigh(evidence, tokens);
    const logit = this.#model.logit(featuresOf(tokens));
    // The model was taught on opinions only: where the lexicon is silent it takes a clear case to speak.
    const modelled = evidence.length === 0 ? Math.sign(logit) * Math.max(0, Math.abs(logit) - 1.6) : logit;
    const raw = 0.45 * lexical + 0.4 * modelled;
    const score = Math.tanh(raw);
    const label = score > NEUTRAL ? 'positive' : score < -NEUTRAL ? 'negative' : 'neutral';
    return { score, label, evidence };
  }

  /** Words of the lexicon with their shifters. Chinese words are looked up over token borders too (不/靠谱). */
  #evidence(tokens: readonly Token[]): SentimentEvidence[] {
    const evidence: SentimentEvidence[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.kind === 'emoji' || token.kind === 'emoticon') {
        const polarity = this.#signs.get(token.text) ?? 0;
        if (polarity !== 0)
          evidence.push({ text: token.text, start: token.start, end: token.end, polarity, negated: false });
        continue;
      }
      if (token.kind !== 'word') continue;
      let joined = '';
      let found: { polarity: number; last: number; text: string } | undefined;
      let text = '';
      for (let j = i; j < tokens.length && j < i + 4; j++) {
        const next = tokens[j] as Token;
        if (next.kind !== 'word' || joined.length + next.text.length > this.#longest) break;
        joined += fold(next.text);
        text += next.text;
        const polarity = this.#words.get(joined);
        if (polarity !== undefined) found = { polarity, last: j, text };
      }
      if (found === undefined) continue;
      const { factor, negated } = this.#shift(tokens, i);
      evidence.push({
        text: found.text,
        start: token.start,
        end: (tokens[found.last] as Token).end,
        polarity: found.polarity * factor,
        negated,
      });
      i = found.last;
    }
    return evidence;
  }

  /** What stands before a word: negation turns it and takes some of its strength, degree scales it. */
  #shift(tokens: readonly Token[], at: number): { factor: number; negated: boolean } {
    let factor = 1;
    let negations = 0;
    let seen = 0;
    for (let i = at - 1; i >= 0 && seen < REACH; i--) {
      const token = tokens[i] as Token;
      if (token.kind === 'space') continue;
      if (token.kind === 'punctuation' || token.kind === 'url') break;
      seen++;
      const shifter = this.#shifters.get(fold(token.text));
      if (shifter === 'negation' && seen <= 3) negations++;
      else if (shifter === 'degree+' && seen <= 2) factor *= 1.4;
      else if (shifter === 'degree-' && seen <= 2) factor *= 0.6;
    }
    const negated = negations % 2 === 1;
    return { factor: negated ? -0.75 * factor : factor, negated };
  }

  /** The sum of the evidence on a root scale; what stands before a contrast counts for less than half. */
  #weigh(evidence: readonly SentimentEvidence[], tokens: readonly Token[]): number {
    if (evidence.length === 0) return 0;
    let turn = -1;
    for (const token of tokens) {
      if (token.kind === 'word' && this.#shifters.get(fold(token.text)) === 'contrast') turn = token.start;
    }
    let sum = 0;
    for (const { polarity, start } of evidence) sum += start < turn ? 0.4 * polarity : polarity;
    return sum / Math.sqrt(evidence.length + 1);
  }
}
