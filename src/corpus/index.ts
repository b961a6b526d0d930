export { type Answer, answersOf } from './answers.ts';
export { Corpus, type CorpusDecision, type CorpusPosition, type CorpusSource, type Gone } from './corpus.ts';
export { readCorpus } from './file.ts';
export { loadCorpus } from './load.ts';
export { corpusFrom } from './make.ts';
