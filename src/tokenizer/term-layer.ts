import { RedianError } from '../errors.js';
import { TermLexicon } from '../lexicon/term-lexicon.js';
import { ModelNames } from './model-name.js';
import type { TermCategory, TermInfo } from './token.js';

interface TermsFile {
  readonly version: number;
  readonly terms: readonly (readonly [
    canonical: string,
    category: TermCategory,
    chinese: string,
    ticker: string,
    maker: string,
    surfaces: readonly string[],
    cashtag?: string,
  ])[];
  readonly families: readonly (readonly [
    name: string,
    maker: string,
    surfaces: readonly string[],
    join: '' | ' ' | '-',
  ])[];
  readonly variants: readonly string[];
}

/** What `segment` knows of names: terms, tickers and the shapes of model names. */
export interface TermLayer {
  readonly terms: TermLexicon;
  readonly models: ModelNames;
  /** By ticker in capitals, without `$`. */
  readonly tickers: ReadonlyMap<string, TermInfo>;
}

/** @throws {RedianError} INVALID_DATA if the bytes are no terms.json of this version. */
export function readTermLayer(bytes: Uint8Array): TermLayer {
  let file: TermsFile;
  try {
    file = JSON.parse(new TextDecoder().decode(bytes)) as TermsFile;
  } catch (cause) {
    throw new RedianError('INVALID_DATA', 'terms.json: not JSON; expected compiled terms', { cause });
  }
  if (file.version !== 1 || !Array.isArray(file.terms)) {
    throw new RedianError('INVALID_DATA', `terms.json: version ${String(file.version)}; expected version 1`);
  }
  const terms = new TermLexicon();
  const tickers = new Map<string, TermInfo>();
  // Finance first, so that the field's own terms win where both have a name.
  const ordered = [
    ...file.terms.filter((row) => row[6] !== undefined),
    ...file.terms.filter((row) => row[6] === undefined),
  ];
  for (const [canonical, category, chinese, ticker, maker, surfaces] of ordered) {
    const term: TermInfo = {
      canonical,
      category,
      ...(chinese === '' ? {} : { chinese }),
      ...(ticker === '' ? {} : { ticker }),
      ...(maker === '' ? {} : { maker }),
    };
    terms.add({ ...term, surfaces });
    if (ticker !== '') tickers.set(ticker.toUpperCase(), term);
  }
  const families = file.families.map(([name, maker, surfaces, join]) => ({
    name,
    surfaces,
    join,
    ...(maker === '' ? {} : { maker }),
  }));
  return { terms, models: new ModelNames(families, file.variants), tickers };
}
