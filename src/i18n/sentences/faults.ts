import type { Message } from '../../core/faults/message.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { textOf, type ByKind } from './by-kind.ts';

/** The texts of a message that come from outside: none may reverse or flood the sentence. */
const OUTSIDE = new Set(['file', 'host', 'address', 'message']);
const MAX_VALUE_CHARACTERS = 400;

const withOutsideText = <Of extends object>(of: Of): Of =>
  // Texts stay texts, so the shape is the same.
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'string' && OUTSIDE.has(name)
        ? outsideText(value, MAX_VALUE_CHARACTERS)
        : (value as unknown),
    ]),
  ) as Of;

/** What happened, and what to do. */
export const faultSentence =
  <Of extends Message>(sentences: ByKind<Of>) =>
  (message: Of): string =>
    textOf<Of>(sentences, withOutsideText(message));
