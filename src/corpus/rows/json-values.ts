import { countLineFeeds, excerpt, longestRow, type Row, type RowScanner } from './row.js';

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/**
 * Finds the elements of JSON arrays, and objects that stand one after the other outside of arrays, without
 * holding more than one of them. Anything in front of the first bracket is skipped, so that
 * `window.YTD.tweets.part0 = [` is read as well.
 *
 * A broken element is given up as soon as it shows (a raw line feed in a string, brackets that do not pair, an
 * object where a key is due), and reading goes on at the next line that starts with an object: an element that
 * is not closed does not swallow those behind it.
 */
export class JsonValueScanner implements RowScanner {
  private text = '';
  /** Where scanning goes on in `text`. */
  private at = 0;
  /** Line of `text[counted]`; the count moves forward with the values. */
  private line = 1;
  private counted = 0;
  private inArray = false;
  /** Start of the value under way, or -1. */
  private start = -1;
  /** Closing brackets that are due, innermost last. */
  private due: number[] = [];
  private inString = false;
  private escaped = false;
  /** The last character that was neither white space nor part of a string. */
  private before = 0;
  private recovering = false;
  /**
   * Characters that may still be gone over again behind broken values: some multiple of what was read, so that
   * hostile input costs no more than linear time.
   */
  private budget = 1 << 20;

  get pending(): number {
    return this.text.length;
  }

  push(piece: string): Row[] {
    this.budget += 4 * piece.length;
    if (this.start >= 0) this.drop(this.start);
    else this.drop(this.at);
    this.text += piece;
    const rows: Row[] = [];
    this.scan(rows, false);
    return rows;
  }

  end(): Row[] {
    const rows: Row[] = [];
    this.scan(rows, true);
    // Each round gives up one value that never ended, and goes on behind its first line.
    while (this.start >= 0) {
      if (this.due.length === 0 && !this.inString) this.finish(this.text.length, rows);
      else this.giveUp('value is not closed', rows);
      this.scan(rows, true);
    }
    if (this.inArray && !rows.some(({ kind }) => kind === 'broken')) {
      this.countTo(this.text.length);
      rows.push({ kind: 'broken', line: this.line, message: 'the text ends within an array', raw: '' });
      this.inArray = false;
    }
    return rows;
  }

  private drop(count: number): void {
    if (count <= 0) return;
    this.countTo(count);
    this.text = this.text.slice(count);
    this.counted -= count;
    this.at -= count;
    if (this.start >= 0) this.start -= count;
  }

  private countTo(position: number): void {
    if (position <= this.counted) return;
    this.line += countLineFeeds(this.text, this.counted, position);
    this.counted = position;
  }

  private scan(rows: Row[], final: boolean): void {
    while (this.at < this.text.length) {
      if (this.recovering && !this.recover(final)) return;
      if (this.start < 0 && !this.findStart(rows)) return;
      this.scanValue(rows);
      if (this.start >= 0 && this.at - this.start > longestRow) {
        this.giveUp(`value longer than ${longestRow} characters`, rows);
      }
    }
  }

  /** Moves to the next value; false if the text ends before one. */
  private findStart(rows: Row[]): boolean {
    const { text } = this;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === openBracket && !this.inArray) this.inArray = true;
      else if (code === closeBracket) this.inArray = false;
      else if (code === openBrace || code === openBracket) break;
      else if (this.inArray && code !== comma && !isWhite(code)) break;
    }
    if (this.at >= text.length) return false;
    this.countTo(this.at);
    this.start = this.at;
    const code = text.charCodeAt(this.at);
    if (code === closeBrace) {
      this.giveUp('a bracket that closes nothing', rows);
      return this.at < text.length;
    }
    return true;
  }

  private scanValue(rows: Row[]): void {
    const { text, due } = this;
    let { inString, escaped, before, at } = this;
    let broken = '';
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) {
          inString = false;
          if (due.length === 0) {
            at++;
            break;
          }
        } else if (code === 0x0a) {
          broken = 'a string is not closed';
          break;
        }
        continue;
      }
      if (isWhite(code)) {
        if (due.length === 0) break;
        continue;
      }
      if (code === quote) inString = true;
      else if (code === openBrace || code === openBracket) {
        if (before === comma && due[due.length - 1] === closeBrace) {
          broken = 'an object is not closed';
          break;
        }
        if (due.length > 0 && before !== colon && before !== comma && before !== openBracket) {
          broken = 'a value stands where none is due';
          break;
        }
        due.push(code === openBrace ? closeBrace : closeBracket);
      } else if (code === closeBrace || code === closeBracket) {
        if (due.length === 0) break;
        if (due.pop() !== code) {
          broken = 'brackets do not pair';
          break;
        }
        if (due.length === 0) {
          at++;
          break;
        }
      } else if (code === comma && due.length === 0) break;
      before = code;
    }
    this.inString = inString;
    this.escaped = escaped;
    this.before = before;
    this.at = at;
    if (broken !== '') this.giveUp(broken, rows);
    else if (due.length === 0 && !inString && (at < text.length || this.isClosed())) this.finish(at, rows);
  }

  /** Whether the value that ends with the text is complete: a bare number might go on in the next piece. */
  private isClosed(): boolean {
    const last = this.text.charCodeAt(this.at - 1);
    return last === closeBrace || last === closeBracket || (last === quote && this.at - this.start > 1);
  }

  private finish(end: number, rows: Row[]): void {
    const raw = this.text.slice(this.start, end);
    const line = this.line;
    try {
      rows.push({ kind: 'value', line, value: JSON.parse(raw), raw });
    } catch (error) {
      const message = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
      rows.push({ kind: 'broken', line, message, raw: excerpt(raw) });
    }
    this.reset(end);
  }

  private giveUp(message: string, rows: Row[]): void {
    rows.push({ kind: 'broken', line: this.line, message, raw: excerpt(this.text.slice(this.start)) });
    // One step on, or the opening bracket of the broken value would be found again.
    this.budget -= this.at - this.start;
    this.reset(this.budget > 0 ? this.start + 1 : Math.max(this.at, this.start + 1));
    this.recovering = true;
  }

  private reset(at: number): void {
    this.at = at;
    this.start = -1;
    this.due = [];
    this.inString = false;
    this.escaped = false;
    this.before = 0;
  }

  /** Moves to the next line that starts with an object; false if there is none yet. */
  private recover(final: boolean): boolean {
    const next = /\n[\t\r ]*,?[\t\r ]*(?=\{)/g;
    next.lastIndex = this.at;
    const found = next.exec(this.text);
    if (!found) {
      // The line feed that is looked for may be the last one that is here already.
      const lineFeed = this.text.lastIndexOf('\n');
      this.at = final || lineFeed < this.at ? this.text.length : lineFeed;
      return false;
    }
    this.at = found.index + found[0].length;
    this.recovering = false;
    this.inArray = true;
    return true;
  }
}
