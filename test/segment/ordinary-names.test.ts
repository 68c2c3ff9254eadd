import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const canonicals = (text: string): string[] =>
  tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

describe('names made of ordinary English words', () => {
  it.each([
    'there is growing fear among us all',
    'the after effects of the storm',
    'good people can command a high salary',
    'he took it home with him',
    'you should just eat less',
    'Just eat less and sleep more',
    'a pivot from software to hardware',
    'From software to hardware it is hard',
    'the full episode is linked in the bio',
    'the information is out of date',
    'check the paper for details',
    'this ups the ante again',
    'we can grab a coffee later',
    'in the long run i envision something else',
    'the peak was on monday',
    'a blizzard of bad data',
    'this was a strong tailwind for them',
    'a new balance between work and life',
    'well, it takes two to tango',
    'put it on the stack and go',
    'one more thing on the pile of work',
    'children who excel at math',
    'he came out of perplexity',
    'you only look once at it',
    'they speak with a common voice',
    'it is the x platform of his dreams',
    'this is the dream machine of kids',
    'the half life of facts is short',
    'she will counter strike back soon',
    'a game stop on the road',
    'we were in deep mind and thought',
    'that is how a dream works for me',
    'they live in a perfect world now',
    'in the pure storage of goods',
    'we need one plus two of them',
    'a red hat on her head',
    'the united nations of football fans',
    'some focus media on it',
    'take two and call me',
    'a giant network of friends',
    'she wore a red bull shirt',
    'the next web of lies',
    'it will be a normal computing day',
    'the physical intelligence of apes',
    'look at the state grid there',
    'i message you tomorrow',
    'this is whole foods and no sugar',
    'a natural questions session',
    'what a wild chat we had',
    'the essence was lucid and clear',
  ])('are no names in an English sentence: %s', (text) => {
    expect(canonicals(text)).toEqual([]);
  });

  it.each([
    ['We play Among Us all day', 'Among Us'],
    ['They use After Effects for it', 'After Effects'],
    ['Shares of Just Eat fell', 'Just Eat'],
    ['The report by The Information says so', 'The Information'],
    ['It was built by FromSoftware in Tokyo', 'FromSoftware'],
    ['it was built by fromsoftware in tokyo', 'FromSoftware'],
    ['see my linkedin for more', 'LinkedIn'],
    ['see my Linked In for more', 'LinkedIn'],
    ['Shares of Peak rose', 'Peak'],
    ['He plays It Takes Two with her', 'It Takes Two'],
    ['用excel做表', 'Excel'],
    ['用 perplexity 搜一下', 'Perplexity'],
    ['AFTER EFFECTS 教程', 'After Effects'],
    ['better than stack overflow for me', 'Stack Overflow'],
    ['we run stable diffusion at home', 'Stable Diffusion'],
    ['my claude code is on react native now', 'React Native'],
    ['i like nvidia and its chips', 'Nvidia'],
    ['i like openai and its models', 'OpenAI'],
    ['i like google and its search', 'Google'],
    ['we like deepseek and its prices', 'DeepSeek'],
    ['she has an apple watch on her wrist', 'Apple Watch'],
    ['a new youtube video is out', 'YouTube'],
    ['we all play call of duty at night', 'Call of Duty'],
    ['in a chatgpt window', 'ChatGPT'],
    ['The iPhone Fold is out', 'iPhone Fold'],
    ['they own a data center there', 'data center'],
  ])(
    'are names with their capitals, in Chinese, joined, or where nothing else is meant: %s',
    (text, name) => {
      expect(canonicals(text)).toContain(name);
    },
  );

  it('Hermes is a model with its version, and no fashion house', () => {
    expect(canonicals('Hermes 5 405B is out')).toEqual(['Hermes 5 405B']);
    expect(canonicals('hermes, Hermès, 爱马仕')).toEqual(['Hermès', 'Hermès']);
  });
});

describe('animals and winds', () => {
  it.each(['a llama spat at me', 'the mistral blew', 'a pika ate grass', 'the copilot took over'])(
    '%s',
    (text) => {
      expect(tokenizer.segment(text).some(({ kind }) => kind === 'term')).toBe(false);
    },
  );

  it.each([
    ['用llama跑模型', 'LLaMA'],
    ['a llama 3 model', 'Llama 3'],
    ['mistral-7b is good', 'Mistral 7B'],
    ['Copilot took over', 'Copilot'],
  ])('%s', (text, canonical) => {
    expect(tokenizer.segment(text).some(({ term }) => term?.canonical === canonical)).toBe(true);
  });
});
