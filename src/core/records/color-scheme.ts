import { ATTRIBUTED } from './attributed.ts';
import {
  EFFECT_CLASSES,
  TARGETS,
  WEAPONS,
  type EffectClass,
  type Target,
  type Weapon,
} from './incident.ts';
import type { AttributedCode } from './attributed.ts';

/** What the colour of an incident can say. Counts and marks are the same in each. */
export const COLOR_SCHEMES = ['target', 'outcome', 'weapon', 'attributed'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** Those with a closed list of categories; of `target`, the layers are the categories. */
export type ListedScheme = Exclude<ColorScheme, 'target'>;

/** What a mark of an attack can have been made with; a halt has no weapon. */
type WeaponCategory = Weapon | 'halt';
/** By whom anyone, accuser or claimant, says that it was. */
type AttributedCategory = AttributedCode | 'halt';

export type CategoryKeys = {
  readonly outcome: EffectClass;
  readonly weapon: WeaponCategory;
  readonly attributed: AttributedCategory;
};

type Category<Key extends string> = {
  readonly key: Key;
  /** Position among `TARGETS` of the layer whose colour it has: pairs of these are tested. */
  readonly look: number;
};

const category = <Key extends string>(key: Key, colorOf: Target): Category<Key> => ({
  key,
  look: TARGETS.indexOf(colorOf),
});

/** The categories of each scheme, in the order of the key. A code of a category is its position. */
export const CATEGORIES: {
  readonly [Scheme in ListedScheme]: readonly Category<CategoryKeys[Scheme]>[];
} = {
  outcome: [
    category('hit', 'civilian'),
    category('intercepted', 'infrastructure'),
    category('fallen', 'kurdish-group'),
    category('unknown', 'unknown'),
    category('halt', 'security-forces'),
  ],
  weapon: [
    category('drone', 'us-military'),
    category('missile', 'civilian'),
    category('rocket', 'kurdish-group'),
    category('artillery', 'energy'),
    category('airstrike', 'infrastructure'),
    category('mixed', 'diplomatic'),
    category('unknown', 'unknown'),
    category('halt', 'security-forces'),
  ],
  attributed: [
    category('iran', 'energy'),
    category('iraqi-groups', 'kurdish-group'),
    category('iran-and-iraqi-groups', 'us-military'),
    category('israel-or-us', 'civilian'),
    category('others', 'diplomatic'),
    category('nobody', 'unknown'),
    category('halt', 'security-forces'),
  ],
};

const HALT = EFFECT_CLASSES.indexOf('halt');

const codes = <Scheme extends ListedScheme>(
  scheme: Scheme,
  keys: readonly CategoryKeys[Scheme][],
): Uint8Array =>
  Uint8Array.from(keys, (key) => CATEGORIES[scheme].findIndex((one) => one.key === key));

const OF_EFFECT = codes('outcome', EFFECT_CLASSES);
const OF_WEAPON = codes('weapon', WEAPONS);
const OF_ATTRIBUTED = codes('attributed', ATTRIBUTED);
const WEAPON_HALT = codes('weapon', ['halt'])[0] ?? 0;
const ATTRIBUTED_HALT = codes('attributed', ['halt'])[0] ?? 0;

/** What the categories of a row follow from: positions in `EFFECT_CLASSES`, `WEAPONS` and `ATTRIBUTED`, by row. */
type Columns = {
  readonly effectClass: Uint8Array;
  /** Undefined where the data do not say: then nothing is known. */
  readonly traits: { readonly weapon: Uint8Array; readonly attributed: Uint8Array } | undefined;
};

/** The category of each row: its position in `CATEGORIES`; 0 for `target`. */
export function categoryOf(
  scheme: ColorScheme,
  { effectClass, traits }: Columns,
): (row: number) => number {
  const unknownWeapon = OF_WEAPON[WEAPONS.indexOf('unknown')] ?? 0;
  const nobody = OF_ATTRIBUTED[ATTRIBUTED.indexOf('nobody')] ?? 0;
  switch (scheme) {
    case 'target':
      return () => 0;
    case 'outcome':
      return (row) => OF_EFFECT[effectClass[row] ?? 0] ?? 0;
    case 'weapon':
      return (row) => {
        if (effectClass[row] === HALT) return WEAPON_HALT;
        return traits ? (OF_WEAPON[traits.weapon[row] ?? 0] ?? 0) : unknownWeapon;
      };
    case 'attributed':
      return (row) => {
        if (effectClass[row] === HALT) return ATTRIBUTED_HALT;
        return traits ? (OF_ATTRIBUTED[traits.attributed[row] ?? 0] ?? 0) : nobody;
      };
  }
}

/** The categories of a record in each scheme: positions in `CATEGORIES`. */
export type RecordCategories = Readonly<Record<ListedScheme, number>>;

export const categoriesOf = (columns: Columns, row: number): RecordCategories => ({
  outcome: categoryOf('outcome', columns)(row),
  weapon: categoryOf('weapon', columns)(row),
  attributed: categoryOf('attributed', columns)(row),
});

/** Looks of single layers or categories, and one more for what has none of its own. */
export const LOOKS = TARGETS.length + 1;
export const NO_LOOK = TARGETS.length;

/** The looks of a scheme, in the order of the key. */
export const looksOf = (scheme: ColorScheme): readonly number[] =>
  scheme === 'target' ? TARGETS.map((_, look) => look) : CATEGORIES[scheme].map(({ look }) => look);

/** The look of a category of a scheme; of a layer when that is the category. `layerLooks`: by layer. */
export const lookOf = (
  scheme: ColorScheme,
  category: number,
  layer: number,
  layerLooks: readonly number[],
): number =>
  (scheme === 'target' ? layerLooks[layer] : CATEGORIES[scheme][category]?.look) ?? NO_LOOK;
