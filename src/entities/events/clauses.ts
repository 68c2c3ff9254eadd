import { isHanUnit } from '../../text/unit-kinds.js';
import type { Token } from '../../tokenizer/token.js';
import { type Entity, isAmount } from '../entity.js';
import type { EventLexicon, Trigger } from '../event-lexicon.js';
import { isFullStop } from '../full-stop.js';
import { lowerInPlace, tokenBorders } from '../phrase-table.js';
import { isIdea, type Unit } from './unit.js';
import { closingVerdict, type Verdict, verdictOf } from './verdicts.js';

/** A stretch of a post between two punctuation marks. */
export interface Clause {
  readonly units: readonly Unit[];
  readonly start: number;
  readonly end: number;
  /** Clauses of one sentence have the same number. */
  readonly sentence: number;
  /** The mark that closes it: `，`, `。`, `？`, … or the empty string at the end and at a space. */
  readonly closer: string;
  /** Of a clause that tells nothing itself: what it says of the one before. */
  readonly verdict?: Verdict;
}

/** A clause is cut here at the latest: a megabyte without a mark is no clause, and time must not grow with its square. */
const maxUnits = 120;
/** Titles are no longer than this: in them alone a space between two scripts can be a mark. */
const longestTitle = 48;

const noCues: ReadonlySet<string> = new Set();
const noTriggers: readonly Trigger[] = [];
const sentenceMarks = /^(?:[。！？!?；;…|｜\n\r]|…+|\.\.\.)/u;
const clauseMarks = /^[，,：:—–~～、]/u;
const opening = new Set(['（', '(', '【', '[', '〔']);
const closing = new Set(['）', ')', '】', ']', '〕']);
const quotes = new Set(['「', '『', '“', '《', '‘', '"', '」', '』', '”', '》', '’']);
const skipped = new Set(['url', 'email', 'emoji', 'emoticon']);

/** ` - ` and its like set off the source of a headline. */
function isDash(text: string, token: Token): boolean {
  return (
    /^[-–—|｜·•]+$/u.test(token.text) &&
    /\s/u.test(text.charAt(token.start - 1)) &&
    /\s/u.test(text.charAt(token.end))
  );
}

const links = /^(?:及|和|与|以及|、|的|等|在|对|向|为|将|已|以|被|由|从|约|近|超)$/u;

/** 埃森哲 及 凯捷 达成: where names are set off by spaces, a space ends no clause beside what joins words. */
function goesOn(units: readonly Unit[], next: Token): boolean {
  const last = units.at(-1);
  if (links.test(next.text) || links.test(last?.text ?? '')) return true;
  return last?.entity !== undefined && /^(?:及|和|与|以及|、)$/u.test(units.at(-2)?.text ?? '');
}

function isDate({ entity }: Unit): boolean {
  return entity?.quantity?.type === 'date';
}

/** True of a date that a bracket closes right behind. */
function isDateWithin(text: string, entity: Entity | undefined): boolean {
  return entity?.quantity?.type === 'date' && closing.has(text.charAt(entity.end));
}

const longestRemark = 24;

/** What a bracket holds, if it is short. */
function bracketed(lower: string, start: number): string {
  for (let end = start; end <= start + longestRemark && end < lower.length; end++)
    if (closing.has(lower.charAt(end))) return lower.slice(start, end);
  return '';
}

/** True of a space beside one Chinese character. */
function isBetweenScripts(text: string, space: Token): boolean {
  return isHanUnit(text.charCodeAt(space.start - 1)) !== isHanUnit(text.charCodeAt(space.end));
}

/** True if the units tell something already: a verb, and what follows it. */
function isFull(units: readonly Unit[]): boolean {
  const verb = units.findIndex(({ triggers }) => triggers.length > 0);
  return verb >= 0 && verb < units.length - 1;
}

/**
 * True of the space of 谷歌推出Chrome 用户可下载: between a Latin word and a Chinese one it only parts clauses where
 * no other space stands there and the words of both scripts are written together elsewhere.
 */
function isGap(text: string, space: Token): boolean {
  const before = text.charCodeAt(space.start - 1);
  const after = text.charCodeAt(space.end);
  const isFigure =
    isHanUnit(before) && /^ [\d.]+[\u3400-\u9fff]/u.test(text.slice(space.start, space.start + 8));
  if (!isFigure && (isHanUnit(before) || !isHanUnit(after))) return false;
  const rest = /^[^，。,；;：:？?！!\s]*/u.exec(text.slice(space.end))?.[0] ?? '';
  if (rest.length < 6 || (!isFigure && /[统务能型品台具版件用目试]$/u.test(rest))) return false;
  const glue = isFigure || /[”》]/u.test(text.charAt(space.start - 1)) ? /[A-Za-z\d”》]/u : /[A-Za-z]/u;
  let together = 0;
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const last = text.charCodeAt(at - 1);
    if (unit === 0x20) {
      if (at !== space.start && isHanUnit(last) !== isHanUnit(text.charCodeAt(at + 1))) return false;
    } else if (
      last !== 0x20 &&
      isHanUnit(unit) !== isHanUnit(last) &&
      glue.test(text.charAt(at) + text.charAt(at - 1))
    )
      together++;
  }
  return together > 0;
}

/**
 * Cuts a text into clauses of units.
 *
 * What stands in round or square brackets is left out: it names the source, a ticker or the section of a
 * site far more often than a deed. Links and emoji are left out as well.
 */
export function readClauses(
  text: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  lexicon: EventLexicon,
): Clause[] {
  const lower = lowerInPlace(text);
  const pieces = withBoundsApart(tokens);
  const borders = tokenBorders(text, pieces);
  for (const entity of entities) {
    borders[entity.start] = 1;
    borders[entity.end] = 1;
  }
  const entityAt = new Map(entities.map((entity) => [entity.start, entity]));
  const clauses: Clause[] = [];
  const isTitle = text.length <= longestTitle;
  let units: Unit[] = [];
  let sentence = 0;
  let past = 0;
  let depth = 0;
  let depthSince = 0;

  const close = (closer: string, endsSentence: boolean): void => {
    const first = units[0];
    const last = units.at(-1);
    if (first !== undefined && last !== undefined) {
      for (const clause of withVerdictApart(lower, units, sentence, closer)) clauses.push(clause);
      units = [];
    } else if (clauses.length > 0 && endsSentence && closer !== '') {
      const before = clauses[clauses.length - 1];
      if (before !== undefined && before.closer === '') clauses[clauses.length - 1] = { ...before, closer };
    }
    if (endsSentence) sentence++;
  };

  for (const [at, token] of pieces.entries()) {
    if (token.start < past) continue;
    if (units.length >= maxUnits) close('', false);
    if (opening.has(token.text)) {
      // 【11月20日】苹果发布: when, and no section.
      if (units.length === 0 && isDateWithin(text, entityAt.get(token.end))) continue;
      const said =
        units.length === 0 || units.some(({ triggers }) => triggers.length > 0)
          ? bracketed(lower, token.end)
          : '';
      const verdict = said === '' ? undefined : verdictOf(said, '');
      if (verdict !== undefined) {
        close('', false);
        const unit = plainUnit(text, lower, token.end, token.end + said.length, noCues);
        const { start, end } = unit;
        clauses.push({ units: [unit], start, end, sentence, closer: text.charAt(end), verdict });
        past = end + 1;
        continue;
      }
      depth++;
      depthSince = token.start;
      continue;
    }
    if (closing.has(token.text)) {
      if (depth > 0) depth--;
      if (token.text === '】' && depth === 0 && units.length > 0 && !units.every(isDate)) close('', true);
      continue;
    }
    if (depth > 0 && token.start - depthSince < 80) continue;
    depth = 0;
    if (skipped.has(token.kind)) continue;
    if (token.kind === 'space') {
      const next = pieces[at + 1];
      if (/[\n\r]/u.test(token.text)) close('\n', true);
      else if (
        next !== undefined &&
        token.start > 0 &&
        isHanUnit(text.charCodeAt(token.start - 1)) &&
        token.end < text.length &&
        isHanUnit(text.charCodeAt(token.end)) &&
        !goesOn(units, next)
      )
        close('', false);
      else if (
        isTitle &&
        next !== undefined &&
        isBetweenScripts(text, token) &&
        isFull(units) &&
        !goesOn(units, next) &&
        isGap(text, token)
      )
        close('', false);
      continue;
    }
    if (token.kind === 'punctuation') {
      if (quotes.has(token.text)) continue;
      if (sentenceMarks.test(token.text) || isFullStop(text, token.start)) close(token.text, true);
      else if (isDash(text, token)) close('-', true);
      else if (clauseMarks.test(token.text)) {
        if (token.text === '、') {
          units.push(plainUnit(text, lower, token.start, token.end, new Set(['coordination'])));
        } else close(token.text, false);
      }
      continue;
    }
    // 丨 is a Han character that headlines set between source and news.
    if (token.text === '丨') {
      close('|', true);
      continue;
    }
    const found = entityAt.get(token.start);
    // 开源 and 裁员 are terms of the dictionary and verbs as well: here the verb counts.
    const entity =
      isIdea(found) && isVerbOrCue(lexicon, lower, borders, token.start, found?.end ?? 0) ? undefined : found;
    if (entity !== undefined) {
      const cues = isAmount(entity) ? noCues : cuesAt(lexicon, lower, entity, borders);
      units.push({ ...plainUnit(text, lower, entity.start, entity.end, cues), entity });
      past = entity.end;
      continue;
    }
    const unit = phraseUnit(text, lower, token, borders, lexicon);
    units.push(unit);
    past = unit.end;
  }
  close('', true);
  return clauses;
}

/** 小米收购魅族系谣言: the deed, and what is said of it. */
function withVerdictApart(
  lower: string,
  units: readonly Unit[],
  sentence: number,
  closer: string,
): readonly Clause[] {
  const start = units[0]?.start ?? 0;
  const end = units.at(-1)?.end ?? 0;
  const said = lower.slice(start, end);
  const whole = { units, start, end, sentence, closer };
  if (!units.some(({ triggers }) => triggers.length > 0)) {
    const verdict = verdictOf(said, closer);
    return [verdict === undefined ? whole : { ...whole, verdict }];
  }
  const last = closingVerdict(said);
  const at = last === undefined ? -1 : units.findIndex((unit) => unit.start === start + last.at);
  const before = units[at - 1];
  if (last === undefined || before === undefined) return [whole];
  return [
    { ...whole, units: units.slice(0, at), end: before.end, closer: '' },
    { ...whole, units: units.slice(at), start: start + last.at, verdict: last.verdict },
  ];
}

function isVerbOrCue(
  lexicon: EventLexicon,
  lower: string,
  borders: Uint8Array,
  start: number,
  least: number,
): boolean {
  return (
    lexicon.triggers.at(lower, start, borders).some(({ end }) => end >= least) ||
    lexicon.cues.at(lower, start, borders).some(({ end }) => end >= least)
  );
}

/** 获近 5 亿元 is 获 and 近: a word of two letters that ends in a bound before a number is cut before it. */
function withBoundsApart(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token, at) => isBoundWord(token, tokens[at + 1]))) return tokens;
  return tokens.flatMap((token, at) => {
    if (!isBoundWord(token, tokens[at + 1])) return [token];
    const middle = token.start + 1;
    return [
      { text: token.text.charAt(0), start: token.start, end: middle, kind: 'word' as const },
      { text: token.text.charAt(1), start: middle, end: token.end, kind: 'word' as const },
    ];
  });
}

function isBoundWord(token: Token, next: Token | undefined): boolean {
  return (
    token.kind === 'word' &&
    token.text.length === 2 &&
    next?.kind === 'number' &&
    /^[获融投砸涨跌增裁购][近超逾约达破]$/u.test(token.text)
  );
}

/** A unit of text[start, end) without an entity and without triggers. */
function plainUnit(text: string, lower: string, start: number, end: number, cues: ReadonlySet<string>): Unit {
  return {
    start,
    end,
    text: text.slice(start, end),
    lower: lower.slice(start, end),
    triggers: noTriggers,
    cues,
  };
}

/** Cues of a named thing: names of media are entities and attributions at once. */
function cuesAt(
  lexicon: EventLexicon,
  lower: string,
  entity: Entity,
  borders: Uint8Array,
): ReadonlySet<string> {
  const found = lexicon.cues
    .at(lower, entity.start, borders)
    .filter((cue) => cue.end === entity.end && cue.value === 'speech_source');
  return found.length === 0 ? noCues : new Set(['speech_source']);
}

/** A trigger or a cue, which may be several tokens long, or the word itself. */
function phraseUnit(
  text: string,
  lower: string,
  token: Token,
  borders: Uint8Array,
  lexicon: EventLexicon,
): Unit {
  const cues = lexicon.cues.at(lower, token.start, borders);
  const triggers =
    token.kind === 'hashtag' || token.kind === 'mention'
      ? []
      : lexicon.triggers.at(lower, token.start, borders);
  const cueEnd = cues[0]?.end ?? 0;
  const triggerEnd = triggers[0]?.end ?? 0;
  const end = Math.max(cueEnd, triggerEnd, token.end);
  return {
    ...plainUnit(
      text,
      lower,
      token.start,
      end,
      cueEnd === end ? new Set(cues.map((cue) => cue.value)) : noCues,
    ),
    triggers: triggerEnd === end ? triggers.map((found) => found.value) : noTriggers,
  };
}
