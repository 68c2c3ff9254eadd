/**
 * A page of figures in both languages, written side by side from the same measurement: docs/NAME.md in Chinese,
 * docs/en/NAME.md in English.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What a line or a cell of a table says, in each language. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** The same in both languages: a figure, a name. */
export type Said = string | Both;

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const inEnglish = (said: Said): string => (typeof said === 'string' ? said : said.en);
const inChinese = (said: Said): string => (typeof said === 'string' ? said : said.zh);

export class Page {
  readonly #zh: string[] = [];
  readonly #en: string[] = [];

  constructor(title: Both, introduction: Both) {
    this.say({ zh: `# ${title.zh}`, en: `# ${title.en}` });
    this.paragraph(introduction);
  }

  /** A line, printed in English as well, so that a long measurement shows how far it is. */
  say(line: Said): void {
    this.#zh.push(inChinese(line));
    this.#en.push(inEnglish(line));
    console.log(inEnglish(line));
  }

  paragraph(text: Said): void {
    this.say('');
    this.say(text);
  }

  heading(title: Said): void {
    this.paragraph({ zh: `## ${inChinese(title)}`, en: `## ${inEnglish(title)}` });
  }

  /** The head of a table; `align` has a mark for each column: `l` or `r`. */
  head(cells: readonly Said[], align: string): void {
    this.say('');
    this.row(cells);
    this.say(`|${[...align].map((side) => (side === 'r' ? '---:' : '---')).join('|')}|`);
  }

  row(cells: readonly Said[]): void {
    this.say({
      zh: `| ${cells.map(inChinese).join(' | ')} |`,
      en: `| ${cells.map(inEnglish).join(' | ')} |`,
    });
  }

  /** Prose that stands beside the bench, one file a language: FILE.zh.md and FILE.en.md. */
  notes(file: URL): void {
    const read = (language: string): string => readFileSync(`${fileURLToPath(file)}.${language}.md`, 'utf8');
    this.#zh.push('', ...read('zh').trimEnd().split('\n'));
    this.#en.push('', ...read('en').trimEnd().split('\n'));
  }

  /** Writes both pages. */
  save(name: string): void {
    mkdirSync(`${docs}en`, { recursive: true });
    writeFileSync(`${docs}${name}.md`, `${this.#zh.join('\n')}\n`);
    writeFileSync(`${docs}en/${name}.md`, `${this.#en.join('\n')}\n`);
  }
}

/** What was measured on: Node.js and the processor. */
export function machine(): Both {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return {
    zh: `Node ${process.version}，${model}，${cpus().length} 核。`,
    en: `Node ${process.version}, ${model}, ${cpus().length} cores.`,
  };
}

/** From one figure to another. */
export function between(low: string, high: string): Both {
  return { zh: `${low} 至 ${high}`, en: `${low} to ${high}` };
}

/** So many of so many. */
export function outOf(part: number, whole: number): Both {
  return { zh: `${part} / ${whole}`, en: `${part} of ${whole}` };
}
