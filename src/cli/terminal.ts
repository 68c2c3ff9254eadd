import { fileError } from '../node/file-error.js';

/** Whether a stream may be sent colours and lines that are drawn over: a terminal, unless told otherwise. */
function isInteractive(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined;
}

/** Whether colours are wanted, see https://no-color.org. */
function hasColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no } = process.env;
  return isInteractive(stream) && (no === undefined || no === '');
}

/** Text in one of the terminal's colours, or plain. */
export function paint(
  text: string,
  style: 'bold' | 'dim' | 'red' | 'green',
  stream: NodeJS.WriteStream,
): string {
  if (!hasColor(stream)) return text;
  const code = { bold: 1, dim: 2, red: 31, green: 32 }[style];
  return `\u001b[${code}m${text}\u001b[0m`;
}

/** Text without the control characters by which a post could drive the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that a text takes in a terminal: two for a Han character or another wide one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Rows of cells as a table of plain text. */
export function alignCells(
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
): string {
  const clean = rows.map((row) => row.map(printable));
  const widths = align.map((_, column) =>
    clean.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  return clean
    .map((row) => {
      const cells = row.map((cell, column) => {
        const space = ' '.repeat(widths[column] - widthOf(cell));
        return align[column] === 'right' ? space + cell : cell + space;
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/**
 * Tells on stderr what is going on: one line that changes on a terminal, nothing elsewhere, so that an error is the
 * only line in a log.
 */
export class Progress {
  private stage = '';
  private drawnAt = 0;
  private readonly interactive: boolean;

  constructor(private readonly isQuiet: boolean) {
    this.interactive = isInteractive(process.stderr);
  }

  /** Starts a stage, such as `reading`. */
  start(stage: string): void {
    this.stage = stage;
    if (!this.isQuiet && this.interactive) this.draw(stage);
  }

  /** How far the stage is; drawn at most ten times a second. */
  update(detail: string): void {
    if (this.isQuiet || !this.interactive) return;
    const now = performance.now();
    if (now - this.drawnAt < 100) return;
    this.drawnAt = now;
    this.draw(`${this.stage}: ${detail}`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (!this.isQuiet && this.interactive) process.stderr.write('\r\u001b[K');
  }

  /** A line that stays. */
  say(line: string): void {
    if (this.isQuiet) return;
    this.clear();
    process.stderr.write(`${line}\n`);
  }

  private draw(line: string): void {
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[K${paint(line.slice(0, width - 1), 'dim', process.stderr)}`);
  }
}

/**
 * Writes to stdout and waits until it is taken; a reader that has left (`| head`) ends the command quietly.
 *
 * @throws {RedianError} FILE if stdout takes no more, such as a file on a full disk.
 */
export async function print(content: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code === 'EPIPE') reject(error);
      else reject(fileError('the standard output', 'written', error));
    });
  });
}

/** Gathers text for stdout and writes it in pieces of some 64 KB. */
export class Output {
  private held = '';

  async add(text: string): Promise<void> {
    this.held += text;
    if (this.held.length > 1 << 16) await this.flush();
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const text = this.held;
    this.held = '';
    if (text !== '') await print(text);
  }
}
