import type { Weapon } from '../core/records/incident.ts';
import { outsideText } from '../core/text/outside-text.ts';
import * as english from './en/format.ts';
import { messages as englishMessages } from './en/messages.ts';
import type { AnyFormats } from './format/formats.ts';
import { LANGUAGE, type Language } from './locale.ts';
import type { Messages } from './messages.ts';
import { casualtySentences } from './sentences/casualties.ts';
import { faultSentence } from './sentences/faults.ts';
import { formSentences } from './sentences/form.ts';
import { placeSentences } from './sentences/place.ts';
import { rowSentences } from './sentences/rows.ts';
import { strideSentences } from './sentences/strides.ts';
import { timeSentences } from './sentences/time.ts';

/** All that the page says in a language: its messages, and the sentences that are made of them. */
export function wordsOf(messages: Messages, formats: AnyFormats) {
  const { terms } = messages;
  const time = timeSentences(messages.time, formats);
  const { rowPlaceLine, coordinates, ...place } = placeSentences(messages.place, terms, formats);
  return {
    ...messages,
    counts: formats.counts,
    dates: formats.dates,
    lists: formats.lists,
    timeline: { ...messages.timeline, ...strideSentences(messages.timeline, formats) },
    panel: {
      ...messages.panel,
      ...time,
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
      when: time.whenWords,
      placeLine: rowPlaceLine,
      coordinates,
    },
    faults: { ...messages.faults, sentence: faultSentence(messages.faults) },
  };
}

/** Every sentence on screen, in one language. */
export type Words = ReturnType<typeof wordsOf>;

const LANGUAGES: Readonly<Record<Language, Words>> = { en: wordsOf(englishMessages, english) };

/** In the language of the page. */
export const words = LANGUAGES[LANGUAGE];
