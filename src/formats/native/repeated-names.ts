import { scanJson, type RepeatedName } from '../source/find-json-fault.ts';
import { repeatsNames } from './repeats-names.ts';

/**
 * Names that an object of a JSON text has twice, in the order of the text. The scan for their positions
 * costs ten times a parse, so it runs only where there are any.
 */
export const repeatedNames = (json: string, value: unknown): readonly RepeatedName[] =>
  repeatsNames(json, value) ? scanJson(json).repeated : [];
