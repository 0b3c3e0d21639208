import { bareName, foldedName } from './fold-area-name.ts';

/** How sure it is that a name is this area's: the name of its outline, a spelling, or one of a longer list. */
export const RANKS = { name: 0, spelling: 1, alternate: 2 } as const;
export type NameRank = (typeof RANKS)[keyof typeof RANKS];

/** What a name without the words around it loses against the same name written in full. */
const BARE = 0.5;

export type FoundNames<Named> = {
  /** One: it is this one. More: the name alone does not say which. */
  readonly named: readonly Named[];
  /** The name is only one of the longer list. */
  readonly isWeak: boolean;
};

const NOTHING: FoundNames<never> = { named: [], isWeak: false };

/** Which areas a name may mean, whatever the spelling: those that have it most surely. */
export class NameIndex<Named> {
  readonly #found = new Map<string, { rank: number; named: Named[] }>();

  add(name: string, named: Named, rank: NameRank): void {
    const [full, bare] = [foldedName(name), bareName(name)];
    this.#put(full, named, rank);
    if (bare !== full) this.#put(bare, named, rank + BARE);
  }

  #put(key: string, named: Named, rank: number): void {
    if (key === '') return;
    const known = this.#found.get(key);
    if (!known || rank < known.rank) this.#found.set(key, { rank, named: [named] });
    else if (rank === known.rank && !known.named.includes(named)) known.named.push(named);
  }

  find(name: string): FoundNames<Named> {
    const found = this.#found.get(foldedName(name)) ?? this.#found.get(bareName(name));
    return found ? { named: found.named, isWeak: found.rank >= RANKS.alternate } : NOTHING;
  }
}
