import type { CategoryKeys, ColorScheme } from '../../core/records/color-scheme.ts';
import type { MappedShare } from '../../core/records/mapped-shares.ts';
import { counts, lists } from './format.ts';
import { weapons } from './weapons.ts';

const noAttack = 'no attack: a halt or outage';

/** The key of the map. */
const mappedOf = ({ mapped, counted }: MappedShare): string =>
  `${counts.number(mapped)} of ${counts.number(counted)}`;

export const key = {
  colorBy: 'Colour by',
  schemes: {
    target: 'target',
    outcome: 'outcome',
    weapon: 'weapon',
    attributed: 'attributed to',
  } satisfies Record<ColorScheme, string>,
  attacks: 'attacks',
  halts: 'halts',
  incidents: 'incidents',
  categories: {
    outcome: {
      hit: 'hit',
      intercepted: 'intercepted',
      fallen: 'came down',
      unknown: 'not known',
      halt: noAttack,
    } satisfies Record<CategoryKeys['outcome'], string>,
    weapon: { ...weapons, halt: noAttack } satisfies Record<CategoryKeys['weapon'], string>,
    attributed: {
      iran: 'Iran',
      'iraqi-groups': 'armed groups in Iraq',
      'iran-and-iraqi-groups': 'Iran and armed groups in Iraq',
      'israel-or-us': 'Israel or the US',
      others: 'others, or several',
      nobody: 'no one named',
      halt: noAttack,
    } satisfies Record<CategoryKeys['attributed'], string>,
  },
  row: (name: string, count: string): string => `${name}: ${count}`,
  attributedHint:
    'Who any report names, whether it accuses or repeats a claim. Each record says who names whom.',
  /** In a scheme whose lines switch no layers. */
  layersOff: (names: readonly string[]): string => `Switched off: ${lists.and(names)}.`,
  showLayers: 'Show all',
  outcomes: 'What came of the attacks',
  /** What the sign of a mark says. */
  forms: {
    hit: 'hit',
    intercepted: 'intercepted',
    unclear: 'not known, or it came down',
  },
  showHalts: 'halts and outages',
  onlyDeaths: 'only with deaths',
  onlyOrigins: 'only with two or more origins',
  shares: 'share of the monitors’ count on this map',
  share: (share: MappedShare): string => `${share.name}: ${mappedOf(share)}`,
  /** The same on the map, in one line and in two. */
  shareLabel: (share: MappedShare): readonly [one: string, two: string] => [
    `${share.name}: ${mappedOf(share)}`,
    `${share.name}\n${mappedOf(share)}`,
  ],
  series: (count: number): string =>
    `${counts.counted(count, { one: '# record', other: '# records' })} of several attacks at once ${count === 1 ? 'is' : 'are'} not counted.`,
  seriesLink: 'See them at the end of the list',
};
