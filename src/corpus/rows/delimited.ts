import { countLineFeeds, excerpt, longestRow, type Row, type RowScanner } from './row.js';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

type Attempt =
  /** The text ends before the row does. */
  | { readonly kind: 'more' }
  | { readonly kind: 'cells'; readonly cells: string[]; readonly end: number }
  | { readonly kind: 'broken'; readonly message: string };

/**
 * Cuts CSV or TSV (RFC 4180) into rows, the header among them, in pieces of any size.
 *
 * Quoted cells may hold delimiters, line feeds and doubled quotes. Other than RFC 4180 has it, a quote that is
 * opened and not closed costs its own line only: where a quoted cell runs over a line's end and then is not
 * followed by a delimiter, or never ends, its first line is rejected and reading goes on with the next one.
 * A quote inside a cell on one line is taken as a character. Between tabs, where most writers quote nothing, a line
 * with a quote that is not closed is read as it stands rather than rejected. Each row must have as many cells as the first
 * one; empty cells beyond are dropped.
 */
export class DelimitedScanner implements RowScanner {
  private readonly delimiter: number;
  private readonly forgivesQuotes: boolean;
  private text = '';
  private line = 1;
  private width = -1;

  /** @param delimiter  one character: `,` or tab, say. */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
    this.forgivesQuotes = delimiter === '\t';
  }

  get pending(): number {
    return this.text.length;
  }

  push(piece: string): Row[] {
    this.text += piece;
    return this.scan(false);
  }

  end(): Row[] {
    return this.scan(true);
  }

  private scan(final: boolean): Row[] {
    const rows: Row[] = [];
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const attempt = this.read(text, at, final);
      if (attempt.kind === 'more' && text.length - at <= longestRow) break;
      if (attempt.kind === 'cells') {
        const end = this.takeCells(attempt.cells, at, attempt.end, final, rows);
        this.line += countLineFeeds(text, at, end);
        at = end;
        continue;
      }
      const message =
        attempt.kind === 'broken' ? attempt.message : `row longer than ${longestRow} characters`;
      const lineEnd = text.indexOf('\n', at);
      const end = lineEnd < 0 ? text.length : lineEnd + 1;
      const raw = text.slice(at, end);
      if (this.forgivesQuotes && attempt.kind === 'broken') {
        this.takeCells(raw.trimEnd().split(String.fromCharCode(this.delimiter)), at, end, final, rows);
      } else {
        rows.push({ kind: 'broken', line: this.line, message, raw: excerpt(raw) });
      }
      this.line++;
      at = end;
    }
    this.text = text.slice(at);
    return rows;
  }

  /** Emits a row of cells or rejects it; returns where the next row starts. */
  private takeCells(cells: string[], start: number, end: number, final: boolean, rows: Row[]): number {
    if (cells.length === 1 && cells[0].trim() === '' && this.width !== 1) return end;
    if (this.width < 0) {
      this.width = cells.length;
      cells[0] = cells[0].replace(/^\uFEFF/, '');
    }
    while (cells.length > this.width && cells[cells.length - 1].trim() === '') cells.pop();
    if (cells.length === this.width) {
      if (this.width > 1 || cells[0].trim() !== '') rows.push({ kind: 'cells', line: this.line, cells });
      return end;
    }
    const message = `${cells.length} columns where the header has ${this.width}`;
    rows.push({ kind: 'broken', line: this.line, message, raw: excerpt(this.text.slice(start, end)) });
    // Quotes that pair by accident may have swallowed rows: if the second line is a good row, go on there.
    const second = this.text.indexOf('\n', start) + 1;
    if (second > 0 && second < end) {
      const attempt = this.read(this.text, second, final);
      if (attempt.kind === 'cells' && attempt.cells.length === this.width) return second;
    }
    return end;
  }

  private read(text: string, start: number, final: boolean): Attempt {
    const { delimiter } = this;
    const { length } = text;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let end: number;
      const quoted = text.charCodeAt(at) === quote ? closingQuote(text, at, delimiter, final) : -1;
      if (quoted === -2) {
        if (!final) return { kind: 'more' };
        // Never closed: a quote on the last line may still be a plain character.
        return { kind: 'broken', message: 'a quoted cell is not closed' };
      }
      if (quoted === -3) return { kind: 'broken', message: 'a quoted cell is not closed on its line' };
      if (quoted >= 0) {
        const inner = text.slice(at + 1, quoted);
        cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
        end = quoted + 1;
        if (text.charCodeAt(end) === carriageReturn) end++;
      } else {
        end = at;
        while (end < length) {
          const code = text.charCodeAt(end);
          if (code === delimiter || code === lineFeed) break;
          end++;
        }
        const isReturn = end > at && text.charCodeAt(end - 1) === carriageReturn;
        cells.push(text.slice(at, isReturn && text.charCodeAt(end) !== delimiter ? end - 1 : end));
      }
      if (end >= length) return final ? { kind: 'cells', cells, end: length } : { kind: 'more' };
      if (text.charCodeAt(end) === lineFeed) return { kind: 'cells', cells, end: end + 1 };
      at = end + 1;
      if (at >= length) {
        if (!final) return { kind: 'more' };
        cells.push('');
        return { kind: 'cells', cells, end: length };
      }
    }
  }
}

/**
 * Where the quote that opens at `open` is closed: an index, -1 if it is a plain character of its cell, -2 if
 * the text ends before, -3 if it runs over a line's end without being closed properly.
 */
function closingQuote(text: string, open: number, delimiter: number, final: boolean): number {
  let at = open + 1;
  for (;;) {
    const found = text.indexOf('"', at);
    if (found < 0) return -2;
    if (found + 1 >= text.length) return final ? found : -2;
    const next = text.charCodeAt(found + 1);
    if (next === quote) {
      at = found + 2;
      continue;
    }
    if (next === delimiter || next === lineFeed) return found;
    if (next === carriageReturn) {
      if (found + 2 >= text.length) return final ? found : -2;
      if (text.charCodeAt(found + 2) === lineFeed) return found;
    }
    const lineEnd = text.indexOf('\n', open);
    return lineEnd >= 0 && lineEnd < found ? -3 : -1;
  }
}
