#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { RedianError } from '../errors.js';
import { paint } from './terminal.js';
import { addReadOptions, choiceOption, dayOption, exitCodes, integerOption, listOption } from './usage.js';
import { packageVersion } from './version.js';

/** One line, whatever the message holds: what posts contain must not fake lines of ours. */
function oneLine(message: string): string {
  return message.replace(/\p{Cc}+/gu, ' ').trim();
}

function complain(message: string): void {
  process.stderr.write(`${paint('redian:', 'red', process.stderr)} ${oneLine(message)}\n`);
}

/** Commander's message in our form: `--frm: unknown option, did you mean --from?`. */
function usageMessage(error: CommanderError): string {
  return error.message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+?)\??\)$/s, '; did you mean $1?')
    .replace(/'(-[^']*)'/g, '$1');
}

function reportCommand(): Command {
  const command = new Command('report')
    .summary('write a report of the hot topics in posts, with its word cloud')
    .description(
      'Reads posts (CSV, TSV, NDJSON, JSON, exports of X and Weibo, plain lines; also gzipped; - is the standard ' +
        'input), takes those of a window of days, folds copies, and writes a report with its word cloud.',
    )
    .argument('<files...>', 'files with posts')
    .addOption(dayOption('--from <day>', 'first day; default: the day of the first post'))
    .addOption(dayOption('--to <day>', 'last day, included; default: the day of the last post'))
    .option('--topic <name>', 'what the posts are about, for titles and names', 'hot')
    .option('--source <name>', 'where the posts come from; default: twitter, weibo or the name of the file')
    .option('-o, --out <folder>', 'where the files are written', 'out')
    .addOption(listOption('--baseline <file>', 'posts of an earlier time to compare with (repeatable)'))
    .option('--format <list>', 'jekyll, markdown, html, json; several with commas', 'jekyll')
    .option('--posttime <time>', 'time that the report bears; default: now')
    .addOption(integerOption('--seed <n>', 'seed of all that is random', 0, 2 ** 32 - 1).default(1))
    .option(
      '--rejects <file>',
      'write the rows that are no posts, with the reason: CSV or NDJSON by its ending',
    )
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'summary as JSON on the standard output');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian report tweets.csv --from 2025-11-28 --to 2025-11-30 --topic ai
  redian report weibo.json.gz --topic 新能源 --format jekyll,html --rejects bad.csv
  zcat day.jsonl.gz | redian report - --field text=body --field createdAt=when
  redian report today.csv --baseline yesterday.csv --out _posts`,
    )
    .action(async (files: string[], flags) => {
      const { report } = await import('./report.js');
      await report(files, flags);
    });
}

function tokenizeCommand(): Command {
  const command = new Command('tokenize')
    .summary('cut text into words')
    .description('Cuts each post or line into words as Python jieba does, one line of words for each.')
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(choiceOption('--mode <name>', 'how to cut', ['default', 'all', 'search']).default('default'))
    .option('--no-hmm', 'no model for words that the dictionary does not have')
    .option('--separator <text>', 'between words', ' ')
    .option('--json', 'one JSON object a line: { id, words }');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  echo 我来到北京清华大学 | redian tokenize
  redian tokenize tweets.csv --mode search --json`,
    )
    .action(async (files: string[], flags) => {
      const { tokenize } = await import('./tokenize.js');
      await tokenize(orStdin(files), flags);
    });
}

function orStdin(files: readonly string[]): readonly string[] {
  return files.length === 0 ? ['-'] : files;
}

function program(): Command {
  const root = new Command('redian')
    .description('热点: what is hot in short Chinese and mixed Chinese/English posts.')
    .version(packageVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText(
      'after',
      `
Exit status: 0 done; 1 a file cannot be read or written, no usable post, nothing in the window; 2 wrong usage.
"redian <command> --help" has the options of a command and examples.`,
    );
  for (const command of [reportCommand(), tokenizeCommand()]) root.addCommand(command);
  return root;
}

function prepare(command: Command): void {
  command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ writeErr: () => undefined });
  for (const inner of command.commands) prepare(inner);
}

/** Runs the command line and gives the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  const root = program();
  prepare(root);
  if (argv.length <= 2) {
    complain(
      `expected a command: ${root.commands.map((command) => command.name()).join(', ')}; see redian --help`,
    );
    return exitCodes.usage;
  }
  try {
    await root.parseAsync(argv);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      complain(usageMessage(error));
      return exitCodes.usage;
    }
    if (error instanceof RedianError) {
      complain(error.message);
      return error.code === 'INVALID_USAGE' || error.code === 'INVALID_ARGUMENT'
        ? exitCodes.usage
        : exitCodes.failed;
    }
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCodes.done;
    complain(`internal error: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.REDIAN_DEBUG !== undefined && error instanceof Error) {
      process.stderr.write(`${error.stack ?? ''}\n`);
    }
    return exitCodes.failed;
  }
}

// A reader of our output that leaves early is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
});

// No top-level await: this file is built for CommonJS as well.
run(process.argv).then((code) => {
  process.exitCode = code;
});
