import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import { stemPhrase } from '../text/stem.js';
import { loadVariants } from '../text/variants.js';
import type { EventType } from './events/event.js';
import { PhraseTable } from './phrase-table.js';
import { NameTagger } from './tagger/tagger.js';

/** How the arguments of a trigger stand around it; see the header of dictionaries/event-verbs.tsv. */
type Frame = 'act' | 'act?' | 'both' | 'theme' | 'sym';

/** One alternative of what the clause of a trigger must hold. */
type Need = 'money' | 'percent' | 'number' | 'money>' | 'number>' | 'entity' | 'person' | 'traded';

/** A group of alternatives: one of the plain needs, or one of the words. */
export interface NeedGroup {
  readonly plain: readonly Need[];
  readonly words: readonly string[];
}

export interface Trigger {
  readonly phrase: string;
  readonly english: boolean;
  readonly type: EventType;
  readonly action: string;
  readonly frame: Frame;
  /** All groups must be met. */
  readonly needs: readonly NeedGroup[];
  /** What form of an English verb it is; Chinese verbs have none. */
  readonly form: 'base' | 'third' | 'past' | 'ing' | undefined;
}

interface Compiled {
  readonly format: number;
  /** What many triggers share. */
  readonly verbs: readonly (readonly [
    language: string,
    type: string,
    action: string,
    frame: string,
    needs: string,
  ])[];
  /** Each with the position of its verb, and whether it is a form of an English verb other than the first. */
  readonly triggers: readonly (readonly [phrase: string, verb: number, isForm?: 1])[];
  readonly cues: readonly (readonly [cue: string, kind: string])[];
  readonly places: readonly (readonly string[])[];
  readonly pairs: readonly (readonly [chinese: string, english: string])[];
  readonly common: readonly string[];
}

function parseNeeds(cell: string): NeedGroup[] {
  if (cell === '-') return [];
  return cell.split(',').map((group) => {
    const [plain = '', words = ''] = group.split(/\|?has:/);
    return {
      plain: plain === '' ? [] : (plain.split('|') as Need[]),
      words: words === '' ? [] : words.split('|').map((word) => word.toLowerCase()),
    };
  });
}

function formOf(phrase: string, isForm: boolean, english: boolean): Trigger['form'] {
  if (!english) return undefined;
  const [first = phrase, ...others] = phrase.split(' ');
  // Phrases are listed as they stand in a headline: agrees to pay, in talks.
  if (!isForm && !(others.length > 0 && /[^s]s$|ed$/u.test(first))) return 'base';
  if (first.endsWith('ing')) return 'ing';
  if (first.endsWith('s') && !first.endsWith('ss')) return 'third';
  return 'past';
}

let shared: EventLexicon | undefined;

/** The tables of event triggers, cues and places, compiled from dictionaries/. */
export class EventLexicon {
  /** @internal Verbs and nouns that tell an event. */
  readonly triggers = new PhraseTable<Trigger>();
  /** @internal Kinds of the words that stand around triggers: prepositions, denials, roles of amounts. */
  readonly cues = new PhraseTable<string>();
  /** @internal Canonical Chinese name of a place, by each of its names as written. */
  readonly places = new PhraseTable<{ readonly canonical: string; readonly written: string }>();
  /** @internal Lower-case English words that open a sentence and are no name. */
  readonly starters = new Set<string>();

  /** @internal Lower-case English words that are no name by their capital alone. */
  readonly common: ReadonlySet<string>;

  /** @internal The Chinese word for an English one, by its stem. */
  readonly chineseOf = new Map<string, string>();

  private constructor(bytes: Uint8Array) {
    const data = JSON.parse(new TextDecoder().decode(bytes)) as Compiled;
    if (data.format !== 2) {
      throw new RedianError('INVALID_DATA', `events.json: expected format 2, got ${String(data.format)}`);
    }
    const verbs = data.verbs.map(([language, type, action, frame, needs]) => ({
      english: language === 'en',
      type: type as EventType,
      action,
      frame: frame as Frame,
      needs: parseNeeds(needs),
    }));
    for (const [phrase, at, isForm] of data.triggers) {
      const verb = verbs[at] as (typeof verbs)[number];
      this.triggers.add(phrase, { phrase, ...verb, form: formOf(phrase, isForm === 1, verb.english) });
    }
    for (const [cue, kind] of data.cues) {
      if (kind === 'starter') this.starters.add(cue);
      else this.cues.add(cue, kind);
    }
    this.common = new Set(data.common);
    for (const [chinese, english] of data.pairs) this.chineseOf.set(stemPhrase(english), chinese);
    for (const [canonical = '', ...names] of data.places) {
      // 河南省, 郑州市
      const whole = canonical.length < 4 ? [`${canonical}省`, `${canonical}市`] : [];
      for (const name of [canonical, ...names, ...whole]) this.places.add(name, { canonical, written: name });
    }
  }

  /** The one lexicon of the package, read on first use. In a browser call {@link load} first. */
  static loadSync(): EventLexicon {
    shared ??= new EventLexicon(readDataFileSync('events.json'));
    return shared;
  }

  /** As {@link loadSync}, for runtimes that cannot read files at once; also reads the tagger of names. */
  static async load(): Promise<EventLexicon> {
    const [bytes] = await Promise.all([readDataFile('events.json'), NameTagger.load(), loadVariants()]);
    shared ??= new EventLexicon(bytes);
    return shared;
  }
}
