import { keyCountsOf } from '../../core/index/key-counts.ts';
import type { Count } from '../../core/index/tally.ts';
import { CATEGORIES, type ListedScheme } from '../../core/records/color-scheme.ts';
import { EFFECT_CLASSES, TARGETS, WEAPONS, type EffectClass } from '../../core/records/incident.ts';
import { layerSign, WEAPON_SIGNS } from '../../core/model/signs.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from './layer-words.ts';

/** A line of the key: a layer, or a category of the colour scheme. */
export type KeyRow = {
  readonly key: string;
  readonly name: string;
  /** Position among the colours. */
  readonly look: number;
  /** A path on the grid of `signs`, or the form of a mark. */
  readonly sign: { readonly path: string } | { readonly form: EffectClass };
  readonly attacks: Count;
  readonly halts: Count;
  /** The layer that it switches; undefined for a category. */
  readonly layerKey: string | undefined;
};

const allOn = (shown: Shown): Uint8Array => new Uint8Array(shown.data.layers.length).fill(1);

const isEffect = (text: string): text is EffectClass =>
  EFFECT_CLASSES.some((effectClass) => effectClass === text);

/** What shows a category; one without a shape of its own is a disc, as on the map. */
function signOf(scheme: ListedScheme, key: string): KeyRow['sign'] {
  if (isEffect(key) && (scheme === 'outcome' || key === 'halt')) return { form: key };
  const weapon = scheme === 'weapon' ? WEAPONS.find((one) => one === key) : undefined;
  return weapon ? { path: WEAPON_SIGNS[weapon] } : { form: 'hit' };
}

/** The lines of the key with the counts of the window. A layer that is off shows what it hides. */
export function keyRowsOf(shown: Shown, words: FirstWords): readonly KeyRow[] {
  const { cells, counts, data } = shown;
  const { scheme } = cells;
  const rows = scheme === 'target' ? data.layers.length : CATEGORIES[scheme].length;
  const isOn = scheme === 'target' ? allOn(shown) : shown.isOn;
  const counted = keyCountsOf(cells, counts, isOn, rows);
  const countsAt = (row: number): Pick<KeyRow, 'attacks' | 'halts'> => ({
    attacks: {
      certain: counted.attacks.certain[row] ?? 0,
      possible: counted.attacks.possible[row] ?? 0,
    },
    halts: { certain: counted.halts.certain[row] ?? 0, possible: counted.halts.possible[row] ?? 0 },
  });
  if (scheme === 'target')
    return data.layers.flatMap((layer, row) =>
      shown.wholeOf(row) === 0
        ? []
        : {
            key: layer.key,
            name: layerWords(words, shown, layer),
            look: layer.styleIndex,
            sign: { path: layerSign(layer) },
            ...countsAt(row),
            layerKey: layer.key,
          },
    );
  const names: Readonly<Record<string, string>> = words.key.categories[scheme];
  // Cells are of every window, so a line does not come and go with the window.
  return CATEGORIES[scheme].flatMap(({ key, look }, row) =>
    cells.category.includes(row)
      ? {
          key,
          name: names[key] ?? key,
          look,
          sign: signOf(scheme, key),
          ...countsAt(row),
          layerKey: undefined,
        }
      : [],
  );
}

/** The name of the colour of a look. */
export const lookColor = (look: number): string => `var(--layer-${TARGETS[look] ?? 'several'})`;
