import { keyCountsOf } from '../../core/index/key-counts.ts';
import type { GroupCounts } from '../../core/index/interval-index.ts';
import type { Count } from '../../core/index/tally.ts';
import {
  CATEGORIES,
  type ColorScheme,
  type ListedScheme,
} from '../../core/records/color-scheme.ts';
import { EFFECT_CLASSES, TARGETS, WEAPONS, type EffectClass } from '../../core/records/incident.ts';
import { layerSign, WEAPON_SIGNS } from '../../core/model/signs.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from './layer-words.ts';

/** What a colour means: a layer, or a category of the scheme. */
export type KeyLine = {
  readonly key: string;
  readonly name: string;
  /** Position among the colours. */
  readonly look: number;
  /** A path on the grid of `signs`, or the form of a mark. */
  readonly sign: { readonly path: string } | { readonly form: EffectClass };
  /** The layer that it switches; undefined for a category. */
  readonly layerKey: string | undefined;
};

/** A line of the key with the counts of the window. */
export type KeyRow = KeyLine & { readonly attacks: Count; readonly halts: Count };

const allOn = (shown: Shown): Uint8Array => new Uint8Array(shown.data.layers.length).fill(1);

const isEffect = (text: string): text is EffectClass =>
  EFFECT_CLASSES.some((effectClass) => effectClass === text);

/** What shows a category; one without a shape of its own is a disc, as on the map. */
function signOf(scheme: ListedScheme, key: string): KeyLine['sign'] {
  if (isEffect(key) && (scheme === 'outcome' || key === 'halt')) return { form: key };
  const weapon = scheme === 'weapon' ? WEAPONS.find((one) => one === key) : undefined;
  return weapon ? { path: WEAPON_SIGNS[weapon] } : { form: 'hit' };
}

/** By position of a layer, or of a category. */
export function keyLinesOf(
  shown: Shown,
  words: FirstWords,
  scheme: ColorScheme,
): readonly KeyLine[] {
  if (scheme === 'target')
    return shown.data.layers.map((layer) => ({
      key: layer.key,
      name: layerWords(words, shown, layer),
      look: layer.styleIndex,
      sign: { path: layerSign(layer) },
      layerKey: layer.key,
    }));
  const names: Readonly<Record<string, string>> = words.key.categories[scheme];
  return CATEGORIES[scheme].map(({ key, look }) => ({
    key,
    name: names[key] ?? key,
    look,
    sign: signOf(scheme, key),
    layerKey: undefined,
  }));
}

/** The lines of the key, with the counts of a window by cell. A layer that is off shows what it hides. */
export function keyRowsOf(
  shown: Shown,
  words: FirstWords,
  counts = shown.counts,
): readonly KeyRow[] {
  const { cells } = shown;
  const { scheme } = cells;
  const lines = keyLinesOf(shown, words, scheme);
  const isOn = scheme === 'target' ? allOn(shown) : shown.isOn;
  const { attacks, halts } = keyCountsOf(cells, counts, isOn, lines.length);
  const at = ({ certain, possible }: GroupCounts, row: number): Count => ({
    certain: certain[row] ?? 0,
    possible: possible[row] ?? 0,
  });
  // Of the whole data, so that no line comes and goes with the window.
  const isInData = (row: number): boolean =>
    scheme === 'target' ? shown.wholeOf(row) > 0 : cells.category.includes(row);
  return lines.flatMap((line, row) =>
    isInData(row) ? { ...line, attacks: at(attacks, row), halts: at(halts, row) } : [],
  );
}

/** The name of the colour of a look. */
export const lookColor = (look: number): string => `var(--layer-${TARGETS[look] ?? 'several'})`;
