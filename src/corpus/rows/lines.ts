import { excerpt, longestRow, type Row, type RowScanner } from './row.js';

/**
 * Cuts text at line feeds and hands each line, without its carriage return, to `toRow`. Blank lines are
 * counted and skipped. A line longer than {@link longestRow} is one broken row and is not held in memory.
 */
class LineScanner implements RowScanner {
  private rest = '';
  private line = 1;
  private tooLong = false;

  constructor(private readonly toRow: (text: string, line: number) => Row | undefined) {}

  get pending(): number {
    return this.rest.length;
  }

  push(piece: string): Row[] {
    const rows: Row[] = [];
    let text = this.rest + piece;
    let start = 0;
    for (;;) {
      const end = text.indexOf('\n', start);
      if (end < 0) break;
      if (this.tooLong) this.tooLong = false;
      else this.take(text.slice(start, end), rows);
      this.line++;
      start = end + 1;
    }
    text = text.slice(start);
    if (text.length > longestRow) {
      if (!this.tooLong) {
        const message = `row longer than ${longestRow} characters`;
        rows.push({ kind: 'broken', line: this.line, message, raw: excerpt(text) });
      }
      this.tooLong = true;
      text = '';
    }
    this.rest = text;
    return rows;
  }

  end(): Row[] {
    const rows: Row[] = [];
    if (!this.tooLong) this.take(this.rest, rows);
    this.rest = '';
    return rows;
  }

  private take(text: string, rows: Row[]): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const row = this.toRow(trimmed, this.line);
    if (row) rows.push(row);
  }
}

/** One post a line, nothing but its text. */
export function plainLineScanner(): RowScanner {
  return new LineScanner((text, line) => ({ kind: 'text', line, text }));
}

/** One JSON value a line (NDJSON, JSON Lines). A comma at the end of a line is forgiven. */
export function jsonLineScanner(): RowScanner {
  return new LineScanner((text, line) => {
    const raw = text.endsWith(',') ? text.slice(0, -1) : text;
    try {
      return { kind: 'value', line, value: JSON.parse(raw), raw };
    } catch (error) {
      const message = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
      return { kind: 'broken', line, message, raw: excerpt(raw) };
    }
  });
}
