/**
 * The page's breakpoints. Styles write `@media (--narrow)`; the build puts the condition in its place, since a media query
 * cannot read a custom property.
 */
export const MEDIA = {
  /** Phones: no margin around the parts over the map. */
  narrow: '(max-width: 719px)',
  wide: '(min-width: 720px)',
  /** Next to the masthead there is room for the map or the key, not for both: portrait tablets. */
  tight: '(min-width: 720px) and (max-width: 1099px) and (min-height: 540px)',
  /** The masthead and the key do not fit whole. */
  short: '(max-height: 899px)',
  /** Too low for parts over the map: the page is a column that scrolls. */
  low: '(max-height: 539px)',
  /** Of these, wide enough for a panel at the side: a phone on its side. */
  side: '(max-height: 539px) and (min-width: 640px)',
  /** Either: there is little room. */
  small: '(max-width: 719px), (max-height: 539px)',
  /** Neither. */
  large: '(min-width: 720px) and (min-height: 540px)',
  /** The panel is a sheet over the lower part of the page. */
  sheet: '(max-width: 719px) and (min-height: 540px)',
  /** Targets are as large as a finger needs: on phones and under a finger. */
  roomy: '(max-width: 719px), (pointer: coarse)',
  /** Under a finger. */
  touch: '(pointer: coarse)',
} as const;

const NAMED = /\(--([a-z]+)\)/g;

/** The text of a style sheet or component with its named media queries written out. */
export const withMedia = (text: string): string =>
  text.replaceAll(/@media [^{]+/g, (prelude) =>
    prelude.replaceAll(NAMED, (whole, name: string) => {
      if (!(name in MEDIA)) throw new Error(`Unknown media query: ${whole}.`);
      return MEDIA[name as keyof typeof MEDIA];
    }),
  );
