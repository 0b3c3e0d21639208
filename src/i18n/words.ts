import type { Message } from '../core/faults/message.ts';
import type { Weapon } from '../core/records/incident.ts';
import { outsideText } from '../core/text/outside-text.ts';
import * as english from './en/format.ts';
import { messages as englishMessages } from './en/messages.ts';
import { firstWordsOf } from './first-words.ts';
import type { AnyFormats } from './format/formats.ts';
import { LANGUAGE, type Language } from './locale.ts';
import type { Messages } from './messages.ts';
import { areaSentences } from './sentences/areas.ts';
import { casualtySentences } from './sentences/casualties.ts';
import { clauseSentences } from './sentences/clauses.ts';
import { faultSentence } from './sentences/faults.ts';
import { fieldSentences } from './sentences/fields.ts';
import { formSentences } from './sentences/form.ts';
import { placeSentences } from './sentences/place.ts';
import { rowSentences } from './sentences/rows.ts';
import { timeSentences } from './sentences/time.ts';

/** All that the page says in a language: its messages, and the sentences that are made of them. */
export function wordsOf(messages: Messages, formats: AnyFormats) {
  const { terms } = messages;
  const first = firstWordsOf(messages, formats);
  const { rowPlaceLine, coordinates, ...place } = placeSentences(messages.place, terms, formats);
  const fields = fieldSentences(messages);
  const areas = areaSentences(messages.areas, coordinates);
  return {
    ...messages,
    ...first,
    areas: { ...messages.areas, ...areas },
    faults: { ...messages.faults, sentence: faultSentence<Message>(messages.faults.sentences) },
    fields,
    filters: {
      ...messages.filters,
      ...clauseSentences(messages, formats, areas.shapeWords, fields),
    },
    panel: {
      ...messages.panel,
      ...timeSentences(messages, formats),
      ...place,
      ...casualtySentences(messages.casualties, formats),
      weaponName: (weapon: Weapon | null): string =>
        weapon === null ? terms.noWeapon : terms.weapons[weapon],
      languageName: (code: string): string => outsideText(formats.languageName(code)),
    },
    ownFiles: {
      ...messages.ownFiles,
      ...rowSentences(messages),
      form: formSentences(messages.form, formats),
      placeLine: rowPlaceLine,
      coordinates,
    },
  };
}

/** Every sentence on screen, in one language. */
export type Words = ReturnType<typeof wordsOf>;

const LANGUAGES: Readonly<Record<Language, Words>> = { en: wordsOf(englishMessages, english) };

/** In the language of the page. */
export const words = LANGUAGES[LANGUAGE];
