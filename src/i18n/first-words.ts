import * as english from './en/format.ts';
import type { FirstFault } from './en/first-faults.ts';
import { firstMessages as englishMessages } from './en/first-messages.ts';
import type { AnyFormats } from './format/formats.ts';
import { LANGUAGE, type Language } from './locale.ts';
import type { FirstMessages } from './messages.ts';
import { faultSentence } from './sentences/faults.ts';
import { figureSentences } from './sentences/figures.ts';
import { layerSentences } from './sentences/layers.ts';
import { strideSentences } from './sentences/strides.ts';
import { whenWords } from './sentences/when-words.ts';

/** All that the first view of the page says in a language. */
export const firstWordsOf = (messages: FirstMessages, formats: AnyFormats) => ({
  ...messages,
  counts: formats.counts,
  dates: formats.dates,
  lists: formats.lists,
  figures: figureSentences(messages.figures, formats),
  when: whenWords(messages.unknownEnds, formats),
  layers: { ...messages.layers, ...layerSentences(messages) },
  timeline: { ...messages.timeline, ...strideSentences(messages.timeline, formats) },
  faults: { ...messages.faults, sentence: faultSentence<FirstFault>(messages.faults.sentences) },
});

export type FirstWords = ReturnType<typeof firstWordsOf>;

const LANGUAGES: Readonly<Record<Language, FirstWords>> = {
  en: firstWordsOf(englishMessages, english),
};

/** In the language of the page. Parts that are loaded on demand have `words`, which are more. */
export const firstWords = LANGUAGES[LANGUAGE];
