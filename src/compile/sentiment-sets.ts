/** Reads the public sets that the weights of sentiment are trained on. None of them is part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface LabelledText {
  readonly set: string;
  readonly text: string;
  /** 1 positive, -1 negative, 0 neutral. */
  readonly label: -1 | 0 | 1;
  /** File and row: texts of one row must stand on one side of a split. */
  readonly row: string;
}

type Label = LabelledText['label'];

const binary = new Map<string, Label>([
  ['0', -1],
  ['1', 1],
  ['Negative', -1],
  ['Positive', 1],
  ['negative', -1],
  ['positive', 1],
  ['neutral', 0],
]);
const feelings = new Map<string, Label>([
  ['happy', 1],
  ['angry', -1],
  ['sad', -1],
  ['fear', -1],
  ['neutral', 0],
]);
const trades = new Map<string, Label>([
  ['0', -1],
  ['1', 1],
  ['2', 0],
]);

/** Weibo's [emoticons], which gave that set its labels and so must not be learnt from. */
const emoticons = /\[[^[\]]{1,8}\]/g;

/** The texts of all sets in `folder` that are there, in a fixed order. */
export function* readSets(folder: string): Generator<LabelledText> {
  const rows = (name: string): string[][] => {
    const path = `${folder}/${name}`;
    if (!existsSync(path)) {
      console.error(`${path}: missing, left out`);
      return [];
    }
    const bytes = readFileSync(path);
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const lines = text.split('\n').slice(1);
    return lines.filter((line) => line !== '').map((line) => line.split('\t'));
  };
  const labelled = function* (
    set: string,
    name: string,
    labels: ReadonlyMap<string, Label>,
    column = 1,
    clean = (text: string) => text,
    every = 1,
  ): Generator<LabelledText> {
    for (const [index, cells] of rows(name).entries()) {
      if (index % every !== 0) continue;
      const label = labels.get(cells[0] ?? '');
      const text = cells[column];
      if (label !== undefined && text !== undefined && text !== '') {
        yield { set, text: clean(text), label, row: `${name}:${index}` };
      }
    }
  };
  yield* labelled('waimai', 'waimai_10k.tsv', binary);
  yield* labelled('shopping', 'online_shopping_10_cats.tsv.gz', binary, 2, (text) => text, 2);
  yield* labelled('eprstmt', 'eprstmt_train_dev_union.tsv', binary);
  yield* labelled('weibo', 'weibo_senti_dev.tsv', binary, 1, (text) => text.replace(emoticons, ''));
  yield* labelled('usual', 'usual_eval_labeled.tsv', feelings);
  yield* labelled('virus', 'virus_eval_labeled.tsv', feelings);
  yield* labelled('finance', 'finance_news_half.tsv', binary, 4);
  yield* labelled('finance-body', 'finance_news_half.tsv', binary, 5, (text) => text.slice(0, 200));
  yield* labelled('phrasebank', 'fin_phrasebank_en__sentences_allagree.tsv', binary);
  yield* labelled('twitter-finance', 'twitter_fin_news_en__sent_train.tsv', trades);
  for (const name of ['../topics/thucnews_dev.tsv', '../topics/tnews_dev.tsv']) {
    for (const [index, cells] of rows(name).entries()) {
      const text = cells.find((cell) => cell.length >= 8);
      if (text !== undefined) yield { set: 'titles', text, label: 0, row: `${name}:${index}` };
    }
  }
}
