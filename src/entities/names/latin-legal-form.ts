import type { Token } from '../../tokenizer/token.js';

/** What the legal name of a company ends with. */
const FORMS = new Set(
  (
    'Inc Inc. Incorporated Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited LLC PLC Plc plc LP LLP AG SE SA S.A. NV N.V. BV B.V. AB ASA ' +
    'Oyj KGaA GmbH SpA Pte Pty Bhd INC CORP LTD LIMITED CORPORATION'
  ).split(' '),
);
/** What such a name has before its form, or ends with as well. */
const GROUPS = new Set('Group Holdings Holding GROUP HOLDINGS'.split(' '));
/** What companies do, between the name by which they are known and the form: Micron Technology Inc. */
const TRADES = new Set(
  (
    'Technology Technologies Platforms Motor Motors Electronics Electric International Industries Enterprises Global ' +
    'Worldwide Stores Companies Systems Pharmaceuticals Pharma Semiconductor Semiconductors Financial Software Networks ' +
    'Communications Entertainment Interactive Airlines Air Lines'
  ).split(' '),
);
/** Words of a legal name that are none of these, at most: Apple Hospitality REIT Inc. */
const MAX_OTHERS = 3;

/** Of the forms those that are names as well: the team AG. */
const AMBIGUOUS = new Set('Co LP LLP AG SE SA NV BV AB ASA'.split(' '));

/** Whether a word is the form of a company. */
export function isLegalForm(word: string): boolean {
  return FORMS.has(word) || GROUPS.has(word);
}

/** Whether such a word is no name even where Chinese stands around it. */
export function isPlainForm(word: string): boolean {
  return isLegalForm(word) && !AMBIGUOUS.has(word);
}

/** Behind a name: where its legal form ends, and whether other words stand between, so that it is another company. */
interface FormBehind {
  readonly end: number;
  /** Index of the last token. */
  readonly last: number;
  readonly isOther: boolean;
}

/** The next word behind `at`: its index, and what stands between; undefined where more than a comma, a full stop and a space do. */
function nextWord(tokens: readonly Token[], at: number): { index: number; mark: string } | undefined {
  let mark = '';
  for (let index = at + 1; index <= at + 4; index++) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.kind === 'word') return mark.endsWith(' ') ? { index, mark } : undefined;
    if (!/^(?: |,|\.|\.,)$/u.test(token.text)) return undefined;
    mark += token.text;
  }
  return undefined;
}

/** The legal form behind the name whose last token is tokens[at]: Tesla, Inc.; Samsung Electronics Co., Ltd. */
export function legalFormBehind(tokens: readonly Token[], at: number): FormBehind | undefined {
  let found: FormBehind | undefined;
  let isForm = FORMS.has(tokens[at]?.text ?? '');
  let others = 0;
  for (let here = at; ; ) {
    const next = nextWord(tokens, here);
    const token = tokens[next?.index ?? -1];
    if (next === undefined || token === undefined) return found;
    here = next.index;
    const { text, end } = token;
    // Anthropic Co-Founder
    if (tokens[here + 1]?.text === '-') return found;
    if (FORMS.has(text)) {
      if (next.mark.includes('.') && !isForm) return found;
      isForm = true;
      found = { end, last: here, isOther: others > 0 };
    } else if (isForm || next.mark !== ' ') return found;
    else if (GROUPS.has(text)) {
      if (others === 0) found = { end, last: here, isOther: false };
    } else if (!TRADES.has(text)) {
      if (!/^[A-Z][A-Za-z&-]+(?: [A-Z][A-Za-z&-]+)*$/u.test(text) || ++others > MAX_OTHERS) return found;
    }
  }
}
