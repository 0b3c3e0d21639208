import type { KnownPlace } from '../place/precision.ts';
import type { Place } from '../place/place.ts';
import type { NamedCell, NamedNote } from './imported-row.ts';
import type { Attribution, CountRange, Effect, Status, Target, Weapon } from './incident.ts';

/** When, as the data write it: an EDTF text of the codebook, or the cells of a file that give the time. */
export type WrittenTime =
  | { readonly kind: 'edtf'; readonly text: string; readonly note: string | null }
  | { readonly kind: 'cells'; readonly cells: readonly NamedCell[]; readonly isDated: boolean };

/** Where, as the data write it: a place of the codebook, or what the cells of a file were read as. */
export type WrittenPlace =
  | { readonly kind: 'described'; readonly place: Place }
  | {
      readonly kind: 'read';
      /** Undefined: it could not be placed. */
      readonly place: KnownPlace | undefined;
      /** The governorate or province that the file names; may be empty. */
      readonly area: string;
    };

/** A code of a closed list, and the list; null: none applies. */
export type CategoryValue =
  | { readonly scale: 'weapons'; readonly code: Weapon | null }
  | { readonly scale: 'effects'; readonly code: Effect }
  | { readonly scale: 'statuses'; readonly code: Status };

/** What a field of each kind holds. */
export type FieldValues = {
  readonly time: WrittenTime;
  readonly place: WrittenPlace;
  /** What was aimed at: its name, null where no source gives one. */
  readonly target: { readonly name: string | null; readonly target: Target };
  /** The layer of the record, whose name the data set knows. */
  readonly layer: null;
  readonly text: string;
  readonly category: CategoryValue;
  /** null: not reported, which is not none. */
  readonly range: CountRange | null;
  readonly attributions: readonly Attribution[];
  readonly notes: readonly NamedNote[];
};
type FieldKind = keyof FieldValues;

/** A name in the messages (`panel.fields`), or that of a column, as its file writes it. */
export type FieldLabel =
  | { readonly kind: 'message'; readonly key: FieldName }
  | { readonly kind: 'column'; readonly name: string };

/** Fields that have a name of ours. */
export type FieldName =
  | 'when'
  | 'period'
  | 'where'
  | 'target'
  | 'affected'
  | 'weapon'
  | 'effect'
  | 'killed'
  | 'injured'
  | 'status'
  | 'who'
  | 'layer'
  | 'noted'
  | 'source';

/** Where a field is shown: among the facts of a record, on its card in a list, among all columns of its row. */
export type FieldHome = 'facts' | 'card' | 'columns';

/** A field of a data set: what it is, what it is called and where it is shown. */
type Field = {
  readonly kind: FieldKind;
  readonly label: FieldLabel;
  readonly homes: readonly FieldHome[];
};

/** A field of one record with its value. */
export type RecordField = {
  readonly [Kind in FieldKind]: Field & { readonly kind: Kind; readonly value: FieldValues[Kind] };
}[FieldKind];

/** The fields that are shown in one place, in the order of the data set. */
export const fieldsIn = (
  { fields }: { readonly fields: readonly RecordField[] },
  home: FieldHome,
): readonly RecordField[] => fields.filter(({ homes }) => homes.includes(home));
