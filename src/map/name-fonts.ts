import type { Feature } from 'geojson';

/** The fonts that names are written in; each file of them has the letters of some scripts. */
const FONTS = '400 16px "Dateline Sans", "Dateline Arabic"';

/** All that is written of the names. */
const textOf = (names: readonly Feature[]): string =>
  names
    .map(({ properties }) => `${String(properties?.['name'])}${String(properties?.['name_local'])}`)
    .join('');

/**
 * Loads the fonts of the letters in names; undefined where all are loaded. MapLibre draws each letter once: one
 * whose font is not there would be drawn in another for good.
 */
export function fontsFor(names: readonly Feature[]): Promise<unknown> | undefined {
  const text = textOf(names);
  return document.fonts.check(FONTS, text) ? undefined : document.fonts.load(FONTS, text);
}
