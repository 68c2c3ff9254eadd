import { WordSet } from '../../text/word-set.js';

/** Words by which makers name the sizes, uses and stages of a model. Folded. */
export const variantWords: WordSet = new WordSet(
  'instruct chat base pro max mini nano micro ultra flash lite turbo plus preview exp experimental thinking think ' +
    'coder code codex vl vla omni vision visual audio image math reasoner reasoning scout maverick behemoth ' +
    'opus sonnet haiku air next speciale distill embedding embed reranker rerank guard live native deep fast ' +
    'heavy high low medium small large tiny xl xs xxl beta alpha terminus gguf awq gptq mlx int realtime ' +
    'tts asr stt transcribe video edit captioner prover ocr researcher dev ' +
    'klein kontext schnell sft rl dpo moe dense it hd safeguard er spark oss mt robotics',
);

/** Of those the ones that are common words: behind a space they need a capital letter. */
export const ambiguousVariants: WordSet = new WordSet(
  'chat base pro max plus think code vision visual image math air next deep fast live native high ' +
    'low medium small large tiny video edit researcher dev it hd spark audio ' +
    'thinking reasoning coder guard beta alpha dense scout realtime int er mt robotics',
);
