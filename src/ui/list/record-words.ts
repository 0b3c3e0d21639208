import type { CategoryValue, FieldLabel, RecordField } from '../../core/records/field.ts';
import type { IncidentRecord } from '../../core/records/incident-record.ts';
import { assertNever } from '../../core/base/assert-never.ts';
import { cutText, outsideText } from '../../core/text/outside-text.ts';
import { words } from '../../i18n/words.ts';

const MAX_COLUMN = 200;
const MAX_PLACE = 400;

/** What a field is called. */
export const labelWords = (label: FieldLabel): string =>
  label.kind === 'message'
    ? words.panel.incident.facts[label.key]
    : cutText(label.name, MAX_COLUMN);

export function categoryWords(value: CategoryValue): string {
  switch (value.scale) {
    case 'weapons':
      return words.panel.weaponName(value.code);
    case 'effects':
      return words.terms.effects[value.code];
    case 'statuses':
      return words.terms.statuses[value.code];
    default:
      return assertNever(value);
  }
}

/** A field in a word or two, for a card in a list; empty where there is nothing to say. */
export function briefWords(field: RecordField, layerName: string): string {
  switch (field.kind) {
    case 'category':
      return categoryWords(field.value);
    case 'range':
      return field.label.kind === 'message' ? words.panel.toll(field.label.key, field.value) : '';
    case 'layer':
      return layerName;
    case 'text':
      return outsideText(field.value);
    case 'time':
    case 'place':
    case 'target':
    case 'attributions':
    case 'notes':
      return '';
    default:
      return assertNever(field);
  }
}

/** The date at the head of a record; empty where it has none. */
export const dateWords = ({ time, span, unknownEnd }: IncidentRecord): string => {
  if (time.kind === 'edtf') return words.panel.whenShort(time.text, span);
  return time.isDated ? words.when(span, unknownEnd) : '';
};

/** The place at the head of a record; empty where it has no name. */
export const placeWords = ({ where }: IncidentRecord): string =>
  where.kind === 'described'
    ? cutText(words.panel.placeLine(where.place), MAX_PLACE)
    : words.ownFiles.placeLine(where.place?.name ?? '', where.area);
