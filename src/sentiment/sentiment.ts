import { checkString, checkTokens } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { exp, tanh } from '../base/math.js';
import { describeValue, RedianError } from '../errors.js';
import { loadVariants } from '../text/variants.js';
import { checkTokenizer } from '../tokenizer/check-tokenizer.js';
import { type Token, Tokenizer } from '../tokenizer/index.js';
import type { SentimentEvidence } from './evidence.js';
import { isPlainFact, SURE_OF_FACT } from './facts.js';
import { FeatureReader } from './features.js';
import { FoldedPost } from './folded-post.js';
import { LEXICON_VERSION, type LexiconFile, SentimentLexicon } from './lexicon.js';
import { clearPolarity, LinearModel } from './model.js';

export interface SentimentResult {
  /** In [-1, 1]. */
  readonly score: number;
  readonly label: 'positive' | 'negative' | 'neutral';
  /** In order of the text. */
  readonly evidence: readonly SentimentEvidence[];
}

/** The label is neutral below this score, or where the model takes the post for a plain statement. */
const NEUTRAL = 0.12;

/**
 * Polarity of posts: a lexicon with negation, degree, contrast, rhetorical questions, irony and emoji, which gives
 * evidence, joined by linear models of words, pairs of words and characters, which know what no list holds.
 *
 * ```ts
 * Sentiment.loadSync().score('虽然有小毛病，但这次更新太香了'); // positive
 * ```
 */
export class Sentiment {
  readonly #lexicon: SentimentLexicon;
  readonly #model: LinearModel;
  readonly #post: FoldedPost;
  readonly #features = new FeatureReader();
  #tokenizer: Tokenizer | undefined;

  private constructor(lexicon: Uint8Array, weights: Uint8Array, tokenizer: Tokenizer | undefined) {
    const file = JSON.parse(new TextDecoder().decode(lexicon)) as LexiconFile;
    if (file.version !== LEXICON_VERSION) {
      throw new RedianError(
        'INVALID_DATA',
        `sentiment.json: version ${file.version}; expected version ${LEXICON_VERSION}`,
      );
    }
    this.#lexicon = new SentimentLexicon(file);
    this.#post = new FoldedPost(this.#lexicon.fold);
    this.#model = new LinearModel(weights, 'sentiment.bin');
    this.#tokenizer = tokenizer;
  }

  /**
   * @param tokenizer  used for texts that come as strings. Default: one with the bundled data, made when needed.
   * @throws {RedianError} INVALID_ARGUMENT if it is none.
   */
  static loadSync(tokenizer?: Tokenizer): Sentiment {
    if (tokenizer !== undefined) checkTokenizer(tokenizer);
    return new Sentiment(readDataFileSync('sentiment.json'), readDataFileSync('sentiment.bin'), tokenizer);
  }

  /** As {@link loadSync}. */
  static async load(tokenizer?: Tokenizer): Promise<Sentiment> {
    if (tokenizer !== undefined) checkTokenizer(tokenizer);
    const [lexicon, weights, ready] = await Promise.all([
      readDataFile('sentiment.json'),
      readDataFile('sentiment.bin'),
      tokenizer ?? Tokenizer.load(),
      loadVariants(),
    ]);
    return new Sentiment(lexicon, weights, ready);
  }

  /**
   * Polarity of a post. An empty text is neutral with score 0.
   *
   * @param post  a text, or its tokens by `Tokenizer.segment`. O(characters).
   * @throws {RedianError} INVALID_ARGUMENT if it is neither.
   */
  score(post: string | readonly Token[]): SentimentResult {
    const folded = this.#post;
    this.#read(post);
    const evidence = this.#lexicon.evidence(folded);
    const lexical = this.#lexicon.weigh(evidence, folded);
    const count = this.#features.read(folded, evidence);
    if (count === 0 && evidence.length === 0) {
      folded.reset();
      return { score: 0, label: 'neutral', evidence };
    }
    this.#model.read(
      this.#features.hashes,
      count,
      lexical,
      this.#lexicon.strength,
      clearPolarity(this.#features.hasHan, this.#lexicon.hasTurn),
      this.#features.manner,
    );
    const { polarity } = this.#model;
    let { opinion } = this.#model;
    // Below twice that bound, no score reaches it.
    const hasMood = opinion > 0 && Math.abs(polarity) > 2 * NEUTRAL;
    if (hasMood && evidence.length === 0 && this.#features.hasHan && isPlainFact(folded))
      opinion = Math.min(opinion, Math.abs(polarity) - SURE_OF_FACT);
    folded.reset();
    // tanh(x / 2) is twice the probability less one: certainty of the sign, scaled by certainty that there is one.
    const score = tanh(polarity / 2) / (1 + exp(-opinion - 1));
    const isNeutral = opinion < 0 || Math.abs(score) < NEUTRAL;
    return { score, label: isNeutral ? 'neutral' : score > 0 ? 'positive' : 'negative', evidence };
  }

  /** Reads a post into {@link #post}. */
  #read(post: string | readonly Token[]): void {
    if (typeof post !== 'string') {
      if (Array.isArray(post)) {
        checkTokens('post', post);
        this.#post.read(post);
        return;
      }
      throw new RedianError(
        'INVALID_ARGUMENT',
        `post: expected a string or tokens, got ${describeValue(post)}`,
        { details: { name: 'post' } },
      );
    }
    checkString('post', post);
    this.#tokenizer ??= Tokenizer.loadSync();
    const columns = this.#tokenizer.columns(post);
    this.#post.readColumns(columns);
    columns.reset();
  }
}
