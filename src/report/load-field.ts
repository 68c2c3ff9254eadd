import { readDataFile } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import { loadVariants } from '../text/variants.js';
import { Cues } from './cues.js';
import type { Field } from './field.js';

interface FieldFile {
  readonly version: number;
  readonly topics: readonly (readonly [key: string, name: string])[];
  readonly facets: readonly {
    readonly topic: string;
    readonly group: string;
    readonly name: string;
    readonly kinds: readonly string[];
    readonly cues: readonly string[];
  }[];
  readonly perspectives: readonly {
    readonly topic: string;
    readonly id: string;
    readonly name: string;
    readonly cues: readonly string[];
  }[];
  readonly cues: readonly (readonly [
    phrase: string,
    kind: 'opinion' | 'worry' | 'hope' | 'market' | 'chat',
  ])[];
  readonly promotions: readonly (readonly [phrase: string, weight: number])[];
  readonly writerWords: readonly (readonly [word: string, kind: 'free' | 'guard'])[];
}

/** A topic without facets of its own has those of the terms' dictionary, */
const TERMS_TOPIC = 'ai';

/** or, if its posts name little of that, those for posts of no field in particular. It is also what `--topic` is where it was not given. */
const GENERAL_TOPIC = 'hot';

async function loadFile(): Promise<FieldFile> {
  const file = JSON.parse(new TextDecoder().decode(await readDataFile('report.json'))) as FieldFile;
  if (file.version !== 1) {
    throw new RedianError('INVALID_DATA', `report.json: version ${file.version}; expected version 1`);
  }
  return file;
}

/** Words that a rephrasing may add or drop (free), and words that it must keep (guard). */
export async function loadWriterWords(): Promise<ReadonlyMap<string, 'free' | 'guard'>> {
  return new Map((await loadFile()).writerWords);
}

/** Cues of equal weight; a phrase that begins with `!` is none. */
function cuesOf(phrases: readonly string[]): Cues<number> {
  return new Cues(
    phrases.filter((phrase) => !phrase.startsWith('!')).map((phrase) => ({ phrase, value: 1 })),
    phrases.filter((phrase) => phrase.startsWith('!')).map((phrase) => phrase.slice(1)),
  );
}

/**
 * What the dictionaries know of a topic.
 *
 * @param ofTerms  whether most posts name something of the dictionary of terms: what a topic that has no facets is filed under.
 */
export async function loadField(topic: string, ofTerms = true): Promise<Field> {
  const [file] = await Promise.all([loadFile(), loadVariants()]);
  const asked = topic.toLowerCase();
  const isListed = asked !== GENERAL_TOPIC && file.facets.some((facet) => facet.topic === asked);
  const key = isListed ? asked : ofTerms ? TERMS_TOPIC : GENERAL_TOPIC;
  const name = file.topics.find(([given]) => given === asked)?.[1];
  const opinions: { phrase: string; value: 'opinion' | 'worry' | 'hope' }[] = [];
  const chats: { phrase: string; value: 'chat' }[] = [];
  const markets: { phrase: string; value: 'market' }[] = [];
  for (const [phrase, kind] of file.cues) {
    if (kind === 'market') markets.push({ phrase, value: kind });
    else if (kind === 'chat') chats.push({ phrase, value: kind });
    else opinions.push({ phrase, value: kind });
  }
  return {
    topic,
    name: asked === GENERAL_TOPIC ? '' : (name ?? topic),
    known: name !== undefined,
    general: key === GENERAL_TOPIC,
    facets: file.facets
      .filter((facet) => facet.topic === key)
      .map(({ group, name, kinds, cues }, index) => ({
        id: String(index + 1),
        group,
        name,
        kinds: new Set(kinds),
        cues: cuesOf(cues),
      })),
    perspectives: file.perspectives
      .filter((perspective) => perspective.topic === key)
      .map(({ id, name, cues }) => ({ id, name, cues: cuesOf(cues) })),
    opinions: new Cues(opinions),
    markets: new Cues(markets),
    chats: new Cues(chats),
    promotions: new Cues(file.promotions.map(([phrase, value]) => ({ phrase, value }))),
  };
}
