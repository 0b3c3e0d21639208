import { asUtf8, type Format } from '../table/format.ts';
import { openJson } from './open-json.ts';
import { looksLikeJsonLines, openJsonLines } from './open-json-lines.ts';

/** JSON of any kind, as one document or as one object a line. */
export const json: Format = {
  id: 'json',
  detect: ({ first }) => first === '{' || first === '[',
  open: asUtf8((text, task) =>
    looksLikeJsonLines(text) ? openJsonLines(text, task) : openJson(text, task),
  ),
};
