import type { Command } from 'commander';
import { print } from './terminal.js';
import { shells, usageError } from './usage.js';

interface Names {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly long: string; readonly description: string }[];
}

function namesOf(command: Command): Names {
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.options.flatMap(({ long, description }) =>
      typeof long === 'string' ? [{ long, description }] : [],
    ),
  };
}

/** A word in single quotes, for any of the three shells. */
function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '')}'`;
}

function bash(commands: readonly Names[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${options.map(({ long }) => long).join(' ')} --help" ;;`,
  );
  return `_redian() {
  local words word="\${COMP_WORDS[COMP_CWORD]}"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${commands.map(({ name }) => name).join(' ')} --help --version" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(' ')} --help --version"; fi
  if [ "$COMP_CWORD" -eq 1 ] || [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _redian redian
`;
}

function zsh(commands: readonly Names[]): string {
  const list = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary.replaceAll(':', '')}`)}`);
  const cases = commands.map(({ name, options }) => {
    const words = options.map(({ long, description }) =>
      quote(`${long}[${description.replace(/[[\]:]/g, '')}]`),
    );
    return `    ${name}) _arguments ${words.join(' ')} '*:file:_files' ;;`;
  });
  return `#compdef redian
_redian() {
  local -a commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _redian redian
`;
}

function fish(commands: readonly Names[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c redian -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...options.map(
      ({ long, description }) =>
        `complete -c redian -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)} -d ${quote(description)}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Prints the script for a shell, made from the commands as they are. */
export async function completion(root: Command, shell: string): Promise<void> {
  const commands = root.commands.map(namesOf);
  if (shell === 'bash') await print(bash(commands));
  else if (shell === 'zsh') await print(zsh(commands));
  else if (shell === 'fish') await print(fish(commands));
  else throw usageError('shell', `one of ${shells.join(', ')}`, shell);
}
