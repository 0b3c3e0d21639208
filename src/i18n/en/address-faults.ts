import type { Message } from '../../core/faults/message.ts';
import { columnOfField, type FieldKey, type OurField } from '../../core/fields/field-key.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { ByKind } from '../sentences/by-kind.ts';
import { fieldNames } from './field-names.ts';
import { counts, lists } from './format.ts';

const MAX_NAMED = 5;

/** Some texts, and how many more. */
function named(texts: readonly string[]): string {
  const others = texts.length - MAX_NAMED;
  return lists.plain(
    others > 0 ? [...texts.slice(0, MAX_NAMED), `${counts.number(others)} more`] : texts,
  );
}

const quoted = (text: string): string => `“${outsideText(text, 100)}”`;

/** `the columns “Type” and “Kind”` */
const columnNames = (names: readonly string[]): string =>
  `the column${names.length === 1 ? '' : 's'} ${named(names.map(quoted))}`;

function fieldName(field: FieldKey): string {
  const column = columnOfField(field);
  if (column !== undefined) return `the column ${quoted(column)}`;
  return Object.hasOwn(fieldNames, field) ? fieldNames[field as OurField] : quoted(field);
}

const sentences = (texts: readonly string[]): string => texts.filter(Boolean).join(' ');

type AddressMessage = Extract<Message, { readonly kind: `address-${string}` }>;

/** What of a link could not be used as it was meant. */
export const addressFaults: ByKind<AddressMessage> = {
  'address-parts': (fault) => {
    const parts = fault.parts
      .map(({ part, text }) => `${outsideText(part)} = “${outsideText(text)}”`)
      .join('; ');
    return `These parts of the link were ignored, because they match nothing here: ${parts}. The rest of the link was used.`;
  },
  'address-columns': ({ missing, unfit }) =>
    sentences([
      missing.length === 0
        ? ''
        : `The link uses ${columnNames(missing)}, which no open file has: nothing is filtered or sorted by ${missing.length === 1 ? 'it' : 'them'} now. To apply that part of the link, open the file that it was made with.`,
      unfit.length === 0
        ? ''
        : `The filter of the link on ${columnNames(unfit)} was left out, because the values there are of another kind.`,
    ]),
  'address-filters': ({ missing, unfit, values }) => {
    const found = values.map((one) => `${named(one.values.map(quoted))} (${fieldName(one.field)})`);
    const isOne = values.length === 1 && values[0]?.values.length === 1;
    return sentences([
      missing.length === 0
        ? ''
        : `The link filters by ${named(missing.map(fieldName))}, which no open data have. ${missing.length === 1 ? 'That filter is' : 'Those filters are'} not applied.`,
      unfit.length === 0
        ? ''
        : `The filter of the link by ${named(unfit.map(fieldName))} was left out, because the values there are of another kind.`,
      found.length === 0
        ? ''
        : `The link filters by ${named(found)}, which ${isOne ? 'occurs' : 'occur'} nowhere in the open data. The filter is applied and may leave nothing: remove it to see the other incidents.`,
    ]);
  },
};
