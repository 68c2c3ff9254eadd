#!/usr/bin/env node
import { type Command, CommanderError } from 'commander';
import { RedianError } from '../errors.js';
import { program } from './commands.js';
import { paint, printable } from './terminal.js';
import { exitCodes } from './usage.js';

/** Tells what went wrong on one line: what posts contain must not fake lines of ours. */
function complain(message: string): void {
  process.stderr.write(`${paint('redian:', 'red', process.stderr)} ${printable(message).trim()}\n`);
}

/** Commander's message in our form: `--frm: unknown option, did you mean --from?`. */
function usageMessage(error: CommanderError): string {
  return error.message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+?)\??\)$/s, '; did you mean $1?')
    .replace(/'(-[^']*)'/g, '$1');
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

// A reader of our output that leaves early is no failure of ours; of other failures whoever wrote tells.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
});

// No top-level await: this file is built for CommonJS as well.
run(process.argv).then((code) => {
  // `redian doctor` sets the status itself.
  if (code !== exitCodes.done) process.exitCode = code;
});
