import { packSections, unpackSections } from '../lexicon/container.js';
import { ENGLISH_TALK, INQUIRY, QUESTION, REPORT, SEARCH } from './manner.js';
import { packWeights, UNIT, type WeightRow, WeightTable } from './weight-table.js';

/** The file kind and version of compiled weights. */
const KIND = 'SENT';
const VERSION = 4;

/** What the model knows beside single features. */
export interface ModelConstants {
  /** Logit of positive against negative for a post without features. */
  readonly polarityBias: number;
  /** What one unit of the lexicon's polarity adds to that logit. */
  readonly polarityLexicon: number;
  /** Logit of an opinion against a plain statement. */
  readonly opinionBias: number;
  /** What one unit of the lexicon's polarity, whatever its sign, adds to that logit. */
  readonly opinionLexicon: number;
}

/**
 * What plain words of feeling say beside the trained weights: nothing up to half of the scale, then linear. The training
 * sets know few fields; in another one a clear "terrible" has to be enough.
 */
export function clearness(lexical: number): number {
  return Math.sign(lexical) * Math.max(0, 2 * Math.abs(lexical) - 1);
}

/** Added to the number of known features: the fewer are known, the less they say against the lexicon. */
export const FEW = 3;

/** What full clearness adds to the logits. */
export const CLEAR_OPINION = 5;
const CLEAR_POLARITY = 0.8;
const CLEAR_POLARITY_ALONE = 2;

/**
 * Of polarity it is more where the features know less: without Chinese words, since the English sets to train on are of one
 * field, finance; and where a contrast turns the post, since features have no order.
 */
export function clearPolarity(hasHan: boolean, hasTurn: boolean): number {
  return hasTurn || !hasHan ? CLEAR_POLARITY_ALONE : CLEAR_POLARITY;
}

/**
 * What the features' polarity counts in English talk. Of 3,000 sentences of reviews (Kotzias et al., "From group to individual
 * labels using deep features", KDD 2015), none of them trained on, .837 have the right sign with it, .821 at 1 and .850 at 0.
 */
const KNOWN_OF_TALK = 0.5;

/** What features must say for an opinion in a Chinese report without clear words of feeling. */
const SURE_OF_REPORT = 1.5;
/** What they must say for or against in a Chinese question that no clear words of feeling bear out. */
const SURE_OF_QUESTION = 1.5;
/** The most there is of an opinion in a post that is nothing but a question for information. */
const OPINION_OF_INQUIRY = -3;
/** What praise counts in a question in which it tells what is sought: 有什么好看的书? */
const SOUGHT_PRAISE = 0.5;

/** Compiles weights into a file. O(rows · log rows). */
export function packModel(rows: readonly WeightRow[], constants: ModelConstants): Uint8Array {
  const scalars = new Float64Array([
    constants.polarityBias,
    constants.polarityLexicon,
    constants.opinionBias,
    constants.opinionLexicon,
  ]);
  return packSections(KIND, VERSION, [scalars, ...packWeights(rows)]);
}

/**
 * Two linear models over one set of features: positive against negative, and opinion against plain statement.
 *
 * logit = bias + lexicon weight · lexicon polarity + sum of the weights of the distinct known features / √(known + {@link FEW}).
 */
export class LinearModel {
  /** Logits of the last post read by `read`. */
  polarity = 0;
  opinion = 0;
  readonly #constants: ModelConstants;
  readonly #weights: WeightTable;

  /** @throws {RedianError} INVALID_DATA if the bytes are not what `packModel` makes. */
  constructor(bytes: Uint8Array, name: string) {
    const [scalars, ...weights] = unpackSections(bytes, KIND, VERSION, name);
    const [polarityBias = 0, polarityLexicon = 0, opinionBias = 0, opinionLexicon = 0] =
      scalars as Float64Array;
    this.#constants = { polarityBias, polarityLexicon, opinionBias, opinionLexicon };
    this.#weights = new WeightTable(weights);
  }

  /**
   * Sets `polarity` and `opinion` for a post.
   *
   * @param hashes  its features, the first `count` of them.
   * @param lexical  polarity by the lexicon, in [-1, 1].
   * @param strength  how much of an opinion the lexicon finds, in [0, 1].
   * @param clearPolarity  what full clearness adds to the logit of polarity, see {@link clearPolarity}.
   * @param manner  how the post speaks, see manner.ts. Of English talk the features know too little to take it for a plain
   *   statement: all English that they were trained on is of finance. Of Chinese reports and questions they know too little to
   *   take them for opinions: nearly all Chinese that they were trained on is talk.
   */
  read(
    hashes: Int32Array,
    count: number,
    lexical: number,
    strength: number,
    clearPolarity: number,
    manner: number,
  ): void {
    const weights = this.#weights;
    weights.sum(hashes, count);
    const { polarity, opinion, known } = weights;
    const scale = known === 0 ? 0 : UNIT / Math.sqrt(known + FEW);
    const { polarityBias, polarityLexicon, opinionBias, opinionLexicon } = this.#constants;
    const counted = manner === SEARCH && lexical > 0 ? SOUGHT_PRAISE : 1;
    const worded = counted * lexical;
    // Without a known feature the biases of the training sets say nothing about the post.
    const clear = clearness(worded);
    this.polarity =
      clearPolarity * clear +
      (known === 0 ? 0 : polarityBias) +
      polarityLexicon * worded +
      (manner === ENGLISH_TALK ? KNOWN_OF_TALK : 1) * polarity * scale;
    // Where two parts of a post speak against each other, both tell that it has an opinion, if what it comes to is what the words say.
    const said = counted * (this.polarity * lexical > 0 ? strength : Math.abs(lexical));
    this.opinion =
      CLEAR_OPINION * clearness(said) +
      opinionBias +
      opinionLexicon * said +
      (manner === ENGLISH_TALK ? Math.max(0, opinion) : opinion) * scale;
    if (manner === REPORT && clear === 0) this.opinion -= SURE_OF_REPORT;
    else if ((manner === QUESTION || manner === SEARCH) && this.polarity * clear <= 0)
      this.opinion = Math.min(this.opinion, Math.abs(this.polarity) - SURE_OF_QUESTION);
    else if (manner === INQUIRY) this.opinion = Math.min(this.opinion, OPINION_OF_INQUIRY);
  }
}
