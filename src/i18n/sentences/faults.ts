import type { Message } from '../../core/faults/message.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { FirstMessages } from '../messages.ts';
import { textOf } from './by-kind.ts';

/** The texts of a message that come from outside: none may reverse or flood the sentence. */
const OUTSIDE = new Set(['file', 'host', 'address', 'message']);
const LONGEST = 400;

const withOutsideText = <Of extends object>(of: Of): Of =>
  // Texts stay texts, so the shape is the same.
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'string' && OUTSIDE.has(name)
        ? outsideText(value, LONGEST)
        : (value as unknown),
    ]),
  ) as Of;

/** What happened, and what to do. */
export const faultSentence =
  (words: FirstMessages['faults']) =>
  (message: Message): string =>
    textOf<Message>(words.sentences, withOutsideText(message));
