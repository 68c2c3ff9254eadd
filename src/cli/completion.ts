import type { Command, Option } from 'commander';
import { print } from './terminal.js';
import { shells, usageError, WordOption } from './usage.js';

/** An option as a shell offers it. */
interface Offer {
  /** `--out`, and `-o` where there is a short form. */
  readonly names: readonly string[];
  readonly description: string;
  /** What follows it: nothing, one of the words, a path, a path or one of the words, or what no shell can guess. */
  readonly value: 'none' | 'words' | 'path' | 'free';
  readonly words: readonly string[];
}

interface Names {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Offer[];
  /** Words that its argument may be; where there are none, files follow, or nothing. */
  readonly words: readonly string[];
  readonly takesFiles: boolean;
}

function offerOf(option: Option): Offer {
  const { short, long, description, flags, required, optional } = option;
  const words = option instanceof WordOption ? option.words : [];
  const isPath = /<(file|folder|image|font)>/.test(flags);
  return {
    names: [long, short].filter((name) => name !== undefined),
    description,
    value: !required && !optional ? 'none' : words.length > 0 ? 'words' : isPath ? 'path' : 'free',
    words,
  };
}

const help: Offer = { names: ['--help', '-h'], description: 'print this help', value: 'none', words: [] };

function namesOf(command: Command): Names {
  const [argument] = command.registeredArguments;
  const isShell = argument?.name() === 'shell';
  return {
    name: command.name(),
    summary: command.summary(),
    options: [...command.options.map(offerOf), help],
    words: isShell ? shells : [],
    takesFiles: argument !== undefined && !isShell,
  };
}

/** A word in single quotes, for any of the three shells. */
function quote(text: string): string {
  return `'${text.replaceAll("'", '')}'`;
}

function bash(commands: readonly Names[]): string {
  const all = commands.map(({ name }) => name).join(' ');
  const options = commands.map(
    ({ name, options: offers }) =>
      `    ${name}) words="${offers.flatMap(({ names }) => names[0]).join(' ')}" ;;`,
  );
  const values = commands.flatMap(({ name, options: offers }) =>
    offers.flatMap(({ names, value, words }) => {
      const pattern = names.map((option) => `"${name} ${option}"`).join('|');
      if (value === 'none') return [];
      if (value === 'words') return [`    ${pattern}) words="${words.join(' ')}" ;;`];
      return [`    ${pattern}) ${value === 'path' ? 'files=1' : 'return'} ;;`];
    }),
  );
  const operands = commands.map(
    ({ name, words, takesFiles }) =>
      `      ${name}) words="${words.join(' ')}" files=${takesFiles ? 1 : ''} ;;`,
  );
  return `_redian() {
  local words= files= known=1 IFS=$' \\t\\n'
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  # --name=value comes as three words.
  if [ "$word" = "=" ]; then word=; elif [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${all} help --help --version" -- "$word"))
    return
  fi
  case "$command $before" in
${values.join('\n')}
    *) known= ;;
  esac
  if [ -z "$known" ] && [ "\${word#-}" != "$word" ]; then
    case "$command" in
${options.map((line) => `  ${line}`).join('\n')}
    esac
  elif [ -z "$known" ]; then
    case "$command" in
${operands.join('\n')}
      help) words="${all}" ;;
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
  if [ -n "$files" ]; then
    compopt -o filenames 2> /dev/null
    IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
  fi
}
complete -F _redian redian
`;
}

function zshOption({ names, description, value, words }: Offer): string {
  const told = `[${description.replace(/[[\]:]/g, '\\$&')}]`;
  const tail = {
    none: '',
    words: `:value:(${words.join(' ')})`,
    path: ':file:_files',
    free: ':value: ',
  }[value];
  const mark = value === 'none' ? '' : description.includes('(repeatable)') ? '*' : '';
  return names
    .map((name) =>
      quote(`${mark}${name}${value !== 'none' && name.startsWith('--') ? '=' : ''}${told}${tail}`),
    )
    .join(' ');
}

function zsh(commands: readonly Names[]): string {
  const list = commands.map(
    ({ name, summary }) => `    ${quote(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  );
  const cases = commands.map(({ name, options, words, takesFiles }) => {
    const operand = takesFiles
      ? ` '*:file:_files'`
      : words.length > 0
        ? ` '1:value:(${words.join(' ')})'`
        : '';
    return `    ${name}) _arguments ${options.map(zshOption).join(' ')}${operand} ;;`;
  });
  return `#compdef redian
_redian() {
  local -a commands=(
${list.join('\n')}
    'help:print the help of a command'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
    help) _describe command commands ;;
  esac
}
# From a folder of fpath this file is the function itself; otherwise it is sourced.
if [[ "$funcstack[1]" = _redian ]]; then _redian "$@"; else compdef _redian redian; fi
`;
}

function fishOption(command: string, { names, description, value, words }: Offer): string {
  const forms = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const tail = { none: '', words: ` -x -a ${quote(words.join(' '))}`, path: ' -r -F', free: ' -x' }[value];
  return `complete -c redian -n '__fish_seen_subcommand_from ${command}' ${forms.join(' ')} -d ${quote(description)}${tail}`;
}

function fish(commands: readonly Names[]): string {
  const lines = commands.flatMap(({ name, summary, options, words, takesFiles }) => [
    `complete -c redian -f -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...options.map((option) => fishOption(name, option)),
    ...(takesFiles
      ? []
      : [`complete -c redian -f -n '__fish_seen_subcommand_from ${name}' -a ${quote(words.join(' '))}`]),
  ]);
  const all = commands.map(({ name }) => name).join(' ');
  lines.push(
    `complete -c redian -f -n __fish_use_subcommand -a help -d 'print the help of a command'`,
    `complete -c redian -f -n '__fish_seen_subcommand_from help' -a ${quote(all)}`,
  );
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
