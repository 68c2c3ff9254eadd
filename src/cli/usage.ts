import { type Command, Option } from 'commander';
import { encodings } from '../corpus/decode.js';
import { formats } from '../corpus/format.js';
import { describeValue, RedianError } from '../errors.js';

/** What the shell is told. */
export const exitCodes = {
  done: 0,
  /** A file cannot be read or written, no usable post, nothing in the window. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
} as const;

/** Shells for which completion is written. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** Names of the shapes and palettes of clouds; a test holds them against `redian/cloud`, which is not loaded for help. */
export const shapes = ['rectangle', 'circle', 'ellipse', 'heart', 'star', 'diamond'] as const;
export const themes = ['light', 'dark', 'paper', 'forest', 'sunset', 'ocean', 'festive', 'mono'] as const;

/** Formats in which a report is written. `jekyll` is Markdown with front matter. */
export const reportFormats = ['jekyll', 'markdown', 'html', 'json', 'csv'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Wrong usage of an option: one line that names it and what was expected. */
export function usageError(option: string, expected: string, found: unknown): RedianError {
  return new RedianError('INVALID_USAGE', `${option}: expected ${expected}, got ${describeValue(found)}`, {
    details: { option },
  });
}

/** What messages call an option: `--out` of `-o, --out <folder>`. */
function longName(flags: string): string {
  return flags.split(' ').find((part) => part.startsWith('--')) ?? flags;
}

/** A day as an option's value. That it exists is checked by the window. */
export function dayOption(flags: string, description: string): Option {
  const name = longName(flags);
  return new Option(flags, description).argParser((value) => {
    const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(value);
    const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
    if (!match || new Date(time).toISOString().slice(0, 10) !== `${match[1]}-${match[2]}-${match[3]}`) {
      throw usageError(name, 'a day such as 2025-11-28', value);
    }
    return `${match[1]}-${match[2]}-${match[3]}`;
  });
}

/** An integer in [min, max] as an option's value. */
export function integerOption(flags: string, description: string, min: number, max: number): Option {
  const name = longName(flags);
  return new Option(flags, description).argParser((value) => {
    const number = Number(value);
    if (!/^-?\d{1,15}$/.test(value) || number < min || number > max) {
      throw usageError(name, `an integer from ${min} to ${max}`, value);
    }
    return number;
  });
}

/** An option that may be given several times. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value, previous: readonly string[] | undefined) => [
    ...(previous ?? []),
    value,
  ]);
}

/** An option whose value is, or may be, one of some words, which a shell completes. */
export class WordOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly words: readonly string[],
  ) {
    super(flags, description);
  }
}

/** One of some words as an option's value. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  const name = longName(flags);
  return new WordOption(flags, `${description} (${choices.join(', ')})`, choices).argParser((value) => {
    if (!choices.includes(value)) throw usageError(name, `one of ${choices.join(', ')}`, value);
    return value;
  });
}

/** Options of every command that reads posts. */
export function addReadOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--field <name=column>',
        'column of a field, if its name is not found by itself (repeatable): text=body',
      ).argParser((value, previous: Record<string, string[]> | undefined) => {
        const match = /^([A-Za-z]+)=(.+)$/.exec(value);
        if (!match) throw usageError('--field', 'name=column, such as text=body', value);
        const fields = previous ?? {};
        const columns = Object.hasOwn(fields, match[1]) ? fields[match[1]] : [];
        return { ...fields, [match[1]]: [...columns, match[2]] };
      }),
    )
    .addOption(
      choiceOption('--read-as <format>', 'format of the input, if it is not found by itself', formats),
    )
    .addOption(
      choiceOption(
        '--encoding <name>',
        'encoding of the input, if it is not found by itself',
        encodings.filter((name) => name !== 'auto'),
      ),
    )
    .addOption(choiceOption('--date-order <order>', 'what 01/02/2025 means', ['dmy', 'mdy']))
    .option(
      '--rejects <file>',
      'write the rows that are no posts, with the reason: CSV or NDJSON by its ending',
    )
    .option('--time-zone <name>', 'zone of the days, and of times that name none', 'Asia/Shanghai');
}
