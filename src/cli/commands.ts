import { Command, Option } from 'commander';
import { packageVersion } from '../base/version.js';
import { DEFAULT_SAMPLE } from '../partial/settings.js';
import {
  addReadOptions,
  choiceOption,
  dayOption,
  integerOption,
  listOption,
  reportFormats,
  shapes,
  shells,
  themes,
  usageError,
  WordOption,
} from './usage.js';

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
    .option(
      '-o, --out <folder>',
      'where the files are written; the picture of a post in _posts goes into assets/redian of its site',
      'out',
    )
    .addOption(
      listOption(
        '--baseline <file>',
        'posts of an earlier time to compare with (repeatable), or one report of it as JSON',
      ),
    )
    .addOption(
      new Option(
        '--state <folder>',
        'keep each report here, compare with those of earlier days, and let topics keep their ids',
      ).conflicts('baseline'),
    )
    .option('--partials', 'the files are partials that redian map or merge wrote, not posts')
    .addOption(sampleOption())
    .addOption(workersOption('threads that count where there are more posts than the sample; default: cores'))
    .addOption(
      new WordOption(
        '--format <list>',
        'jekyll or markdown, html, json, csv; several with commas',
        reportFormats,
      ).default('jekyll'),
    )
    .option(
      '--writer <url>',
      'OpenAI-compatible service that may rephrase sentences; key in REDIAN_WRITER_KEY',
    )
    .option('--writer-model <name>', 'model of that service')
    .addOption(
      integerOption('--writer-timeout <seconds>', 'how long to wait for each section', 1, 3600).default(60),
    )
    .option('--posttime <time>', 'time that the report bears; default: that of its newest post')
    .addOption(integerOption('--seed <n>', 'seed of all that is random', 0, 2 ** 32 - 1).default(1))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'summary as JSON on the standard output');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian report tweets.csv --from 2025-11-28 --to 2025-11-30 --topic ai
  redian report weibo.json.gz --topic 新能源 --format html,json --rejects bad.csv
  zcat day.jsonl.gz | redian report - --field text=body --field createdAt=when
  redian report today.csv --baseline yesterday.csv --out _posts
  redian report today.csv --state state --out _posts
  redian report year.ndjson.gz --sample 100000 --workers 8
  redian report --partials parts/*.partial --topic ai
  redian report today.csv --writer http://localhost:11434/v1 --writer-model qwen3:8b
  redian report today.csv --baseline out/2025-11-29-twitter_ai_20251129_20251129.json --format html,json`,
    )
    .action(async (files: string[], flags) => {
      const { report } = await import('./report.js');
      await report(files, flags);
    });
}

function sampleOption(): Option {
  return integerOption(
    '--sample <n>',
    'posts that are read in full; of more, the others are counted only',
    100,
    1_000_000,
  ).default(DEFAULT_SAMPLE);
}

function workersOption(description: string): Option {
  return integerOption('--workers <n>', description, 1, 256);
}

function mapCommand(): Command {
  const command = new Command('map')
    .summary('count posts into a partial, a part of a report, to be merged with others')
    .description(
      'Reads posts and writes one partial: the counts of all, the text of a bounded number. Any engine can run this on ' +
        'the parts of a large corpus; redian merge adds the partials, redian report --partials finishes.',
    )
    .argument('[files...]', 'files with posts; default: the standard input')
    .addOption(dayOption('--from <day>', 'first day; default: no bound'))
    .addOption(dayOption('--to <day>', 'last day, included; default: no bound'))
    .addOption(sampleOption())
    .addOption(workersOption('threads that count; default: 1, since the engine runs several of these'));
  return addReadOptions(addPartialOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  redian map monday.ndjson.gz --out monday.partial
  parallel --pipepart -a year.ndjson --block 64M redian map --read-as ndjson --line > partials.txt`,
    )
    .action(async (files: string[], flags) => {
      const { map } = await import('./map.js');
      await map(orStdin(files), flags);
    });
}

function addPartialOptions(command: Command): Command {
  return command
    .option('-o, --out <file>', 'where the partial is written; default: the standard output')
    .option('--line', 'write it as one line of text (base64), for engines that pass lines')
    .option('-q, --quiet', 'no progress and no summary');
}

function mergeCommand(): Command {
  const command = new Command('merge')
    .summary('add partials to one partial')
    .description(
      'Adds partials that redian map or merge wrote, in any order and grouping with the same result. A file, or the ' +
        'standard input, may hold several, as bytes or as lines.',
    )
    .argument('[files...]', 'partials; default: the standard input');
  return addPartialOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian merge monday.partial tuesday.partial --out week.partial
  redian merge < partials.txt > all.partial`,
    )
    .action(async (files: string[], flags) => {
      const { merge } = await import('./merge.js');
      await merge(orStdin(files), flags);
    });
}

function tokenizeCommand(): Command {
  const command = new Command('tokenize')
    .summary('cut text into words')
    .description(
      'Cuts each post or line into words as Python jieba does, one line of words for each. The mode analysis keeps terms, ' +
        'numbers with their units, links, tags and emoji whole.',
    )
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(
      choiceOption('--mode <name>', 'how to cut', ['default', 'all', 'search', 'analysis']).default(
        'default',
      ),
    )
    .option('--no-hmm', 'no model for words that the dictionary does not have')
    .option('--separator <text>', 'between words', ' ')
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'one JSON object a line: { id, words }, in mode analysis { id, tokens }');
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

function keywordsCommand(): Command {
  const command = new Command('keywords')
    .summary('find the terms that tell most')
    .description(
      'Prints the terms of all posts by weight (posts that have them times inverse document frequency), or with --each ' +
        'the keywords of each post, the same as those of jieba.analyse. With --phrases, phrases of two words or more (of 20 posts or more, those that two have); with ' +
        '--new-words, strings that the dictionary lacks but the posts repeat.',
    )
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(integerOption('--limit <n>', 'how many terms', 1, 1_000_000).default(20))
    .option('--each', 'for each post apart')
    .addOption(new Option('--phrases', 'phrases of two words or more').conflicts(['each', 'newWords']))
    .addOption(new Option('--new-words', 'words that the dictionary lacks').conflicts(['each', 'phrases']))
    .addOption(choiceOption('--method <name>', 'with --each', ['tfidf', 'textrank']).default('tfidf'))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'as JSON');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian keywords tweets.csv --limit 30
  redian keywords tweets.csv --new-words --limit 50
  redian keywords articles.jsonl --each --method textrank --json`,
    )
    .action(async (files: string[], flags) => {
      const { keywords } = await import('./keywords.js');
      await keywords(orStdin(files), flags);
    });
}

/** Two options of one value, of which the last one would be heard alone. */
function refuseBoth(command: Command, one: string, other: string): void {
  const given = new Set<string>();
  for (const name of [one, other]) {
    command.on(`option:${name}`, () => {
      given.add(name);
      if (given.size > 1) throw usageError(`--${one}`, `no --${other} beside it`, `--${other}`);
    });
  }
}

function topicsCommand(): Command {
  const command = new Command('topics')
    .summary('group posts into topics')
    .description(
      'Folds copies, groups the posts into topics, and prints each with its terms and posts that stand for it.',
    )
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(integerOption('-k, --k <n>', 'number of topics to begin with; default: suggested', 1, 1000))
    .addOption(choiceOption('--method <name>', 'how to group', ['gsdmm', 'kmeans']).default('gsdmm'))
    .option('--vectors <file>', 'word vectors of your own, see "redian vectors"; default: the bundled ones')
    .option('--no-vectors', 'group by counts alone')
    .addOption(integerOption('--seed <n>', 'seed of all that is random', 0, 2 ** 32 - 1).default(1))
    .option('--save <file>', 'also write the model, to assign further posts with')
    .addOption(
      new Option('--model <file>', 'find no topics, but assign each post to one of a saved model').conflicts([
        'save',
        'k',
        'history',
      ]),
    )
    .option(
      '--history <file>',
      'keep the ids of topics from run to run in this file, and say what is new or rises',
    )
    .option('--period <name>', 'name of this run in the history; default: the day of the newest post')
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'as JSON');
  refuseBoth(command, 'vectors', 'no-vectors');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian topics headlines.jsonl
  redian topics tweets.csv -k 12 --json
  redian topics monday.jsonl --history topics.json && redian topics tuesday.jsonl --history topics.json
  redian topics monday.jsonl --save model.json && redian topics new.jsonl --model model.json`,
    )
    .action(async (files: string[], flags) => {
      const { topics } = await import('./topics.js');
      await topics(orStdin(files), flags);
    });
}

function vectorsCommand(): Command {
  const command = new Command('vectors')
    .summary('train word vectors for "redian topics"')
    .description('Trains word vectors on posts, copies folded, and writes them for redian topics --vectors.')
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .requiredOption('-o, --out <file>', 'file to write')
    .addOption(integerOption('--dimensions <n>', 'a multiple of 4', 4, 1024).default(64))
    .addOption(
      integerOption('--min-count <n>', 'leave out words that stand fewer times', 1, 1_000_000).default(5),
    )
    .addOption(integerOption('--seed <n>', 'seed of all that is random', 0, 2 ** 32 - 1).default(1))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'summary as JSON on the standard output');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Some 10,000 posts are the least that vectors come of; a year of your field is better.

Examples:
  redian vectors archive/*.jsonl -o field.vectors && redian topics today.jsonl --vectors field.vectors`,
    )
    .action(async (files: string[], flags) => {
      const { vectors } = await import('./vectors.js');
      await vectors(orStdin(files), flags);
    });
}

function cloudCommand(): Command {
  const command = new Command('cloud')
    .summary('draw a word cloud')
    .description(
      'Draws the terms of posts as a word cloud, or with --weights words that come with their weights.',
    )
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .option('-o, --out <file>', 'picture to write: .png, .jpg, .webp or .svg', 'cloud.png')
    .addOption(choiceOption('--shape <name>', 'what is filled', shapes).default('rectangle'))
    .addOption(
      new Option('--mask <image>', 'image whose dark part is filled, or the name of a shape').conflicts(
        'shape',
      ),
    )
    .addOption(
      choiceOption('--theme <name>', 'colours; default: dark on a dark background, else light', themes),
    )
    .option('--background <color>', 'colour of the ground, or transparent; default: that of the theme')
    .addOption(integerOption('--width <n>', 'pixels', 16, 20_000).default(1600))
    .addOption(integerOption('--height <n>', 'pixels', 16, 20_000).default(900))
    .addOption(integerOption('--words <n>', 'how many words at most', 1, 10_000).default(200))
    .option('--rotate', 'let some words stand upright')
    .addOption(
      listOption(
        '--font <font>',
        'file or name of an installed font to try before the bundled one (repeatable)',
      ),
    )
    .option('--emoji', 'emoji in colour (needs the packages twemoji-colr-font and wawoff2)')
    .option('--contour', 'draw the edge of the shape')
    .option('--repeat', 'repeat the words, smaller, until the shape is full')
    .addOption(
      choiceOption('--layout <name>', 'what finds the places', ['redian', 'd3-cloud']).default('redian'),
    )
    .option('--weights', 'the input is lines of a word and its weight')
    .addOption(integerOption('--seed <n>', 'seed of all that is random', 0, 2 ** 32 - 1).default(1))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'summary as JSON on the standard output');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian cloud tweets.csv -o cloud.png --shape heart --theme dark
  printf '大模型 90\\n智能体 60\\n' | redian cloud --weights -o cloud.svg`,
    )
    .action(async (files: string[], flags) => {
      const { cloud } = await import('./cloud.js');
      await cloud(orStdin(files), flags);
    });
}

function entitiesCommand(): Command {
  const command = new Command('entities')
    .summary('count the names in posts; with --json, entities and events of each')
    .description('Counts in how many posts companies, models, people, coins and other names stand.')
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(integerOption('--limit <n>', 'how many names', 1, 1_000_000).default(50))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'one JSON object a line: { id, entities, events }');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  redian entities tweets.csv --limit 20
  redian entities headlines.jsonl --json > events.jsonl`,
    )
    .action(async (files: string[], flags) => {
      const { entities } = await import('./entities.js');
      await entities(orStdin(files), flags);
    });
}

function sentimentCommand(): Command {
  const command = new Command('sentiment')
    .summary('say how posts feel; with --json, score and evidence of each')
    .description('Scores each post from -1 to 1, and prints the mood of all and the posts at either end.')
    .argument('[files...]', 'files with posts or lines; default: the standard input')
    .addOption(integerOption('--limit <n>', 'how many posts at either end', 1, 1000).default(5))
    .option('-q, --quiet', 'no progress and no summary')
    .option('--json', 'one JSON object a line: { id, score, label, evidence }');
  return addReadOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  echo 这次更新太香了 | redian sentiment
  redian sentiment tweets.csv --json > moods.jsonl`,
    )
    .action(async (files: string[], flags) => {
      const { sentiment } = await import('./sentiment.js');
      await sentiment(orStdin(files), flags);
    });
}

function doctorCommand(): Command {
  return new Command('doctor')
    .summary('say what is installed and what is missing')
    .description(
      'Checks the runtime, the compiled data, the encodings, the canvas and the fonts, and lists the optional packages. ' +
        'Exit status 1 if something is missing that redian cannot do without.',
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  redian doctor
  redian doctor --json | jq '.checks[] | select(.ok | not)'`,
    )
    .action(async (flags) => {
      const { doctor } = await import('./doctor.js');
      await doctor(flags);
    });
}

function completionCommand(root: Command): Command {
  return new Command('completion')
    .summary('print a script that completes commands and options in a shell')
    .argument('<shell>', shells.join(', '))
    .addHelpText(
      'after',
      `
Examples:
  redian completion bash > ~/.local/share/bash-completion/completions/redian
  redian completion zsh > "\${fpath[1]}/_redian"
  redian completion fish > ~/.config/fish/completions/redian.fish`,
    )
    .action(async (shell: string) => {
      const { completion } = await import('./completion.js');
      await completion(root, shell);
    });
}

function orStdin(files: readonly string[]): readonly string[] {
  return files.length === 0 ? ['-'] : files;
}

const help = ['-h, --help', 'print this help'] as const;

/** All commands with their options; what they do is loaded when they are run. */
export function program(): Command {
  const root = new Command('redian')
    .description('热点: what is hot in short Chinese and mixed Chinese/English posts.')
    .version(packageVersion, '-V, --version', 'print the version')
    .helpOption(...help)
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText(
      'after',
      `
Exit status: 0 done; 1 a file cannot be read or written, no usable post, nothing in the window; 2 wrong usage.
"redian <command> --help" has the options of a command and examples.`,
    );
  for (const command of [
    reportCommand(),
    mapCommand(),
    mergeCommand(),
    cloudCommand(),
    tokenizeCommand(),
    keywordsCommand(),
    topicsCommand(),
    vectorsCommand(),
    sentimentCommand(),
    entitiesCommand(),
  ]) {
    root.addCommand(command);
  }
  root.addCommand(doctorCommand()).addCommand(completionCommand(root));
  for (const command of root.commands) command.helpOption(...help);
  return root;
}
