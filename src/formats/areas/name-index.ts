import { bareName, foldedName } from './fold-area-name.ts';

/** How sure it is that a name is this area's: the name of its outline, a spelling, or one of a longer list. */
export const RANKS = { name: 0, spelling: 1, alternate: 2 } as const;
export type NameRank = (typeof RANKS)[keyof typeof RANKS];

/** What a name without the words around it loses against the same name written in full. */
const BARE = 0.5;

export type FoundNames<Named> = {
  /** One: it is this one. More: the name alone does not say which. */
  readonly named: readonly Named[];
  /** All that have it, how little sure it may be. */
  readonly any: readonly Named[];
  /** The name is only one of the longer list. */
  readonly isWeak: boolean;
  /** Some area has it with all words around it. */
  readonly isWhole: boolean;
};

type Entry<Named> = { rank: number; named: Named[]; readonly any: Set<Named> };

const NOTHING: FoundNames<never> = { named: [], any: [], isWeak: false, isWhole: false };

/** Which areas a name may mean, whatever the spelling: those that have it most surely. */
export class NameIndex<Named> {
  readonly #found = new Map<string, Entry<Named>>();

  add(name: string, named: Named, rank: NameRank): void {
    const [full, bare] = [foldedName(name), bareName(name)];
    this.#put(full, named, rank);
    if (bare !== full) this.#put(bare, named, rank + BARE);
  }

  #put(key: string, named: Named, rank: number): void {
    if (key === '') return;
    const known = this.#found.get(key);
    if (!known) this.#found.set(key, { rank, named: [named], any: new Set([named]) });
    else {
      known.any.add(named);
      if (rank < known.rank) [known.rank, known.named] = [rank, [named]];
      else if (rank === known.rank && !known.named.includes(named)) known.named.push(named);
    }
  }

  find(name: string): FoundNames<Named> {
    const [whole, bare] = [foldedName(name), bareName(name)].map((key) => this.#found.get(key));
    const found = whole ?? bare;
    if (!found) return NOTHING;
    return {
      named: found.named,
      any: [...new Set([...(whole?.any ?? []), ...(bare?.any ?? [])])],
      isWeak: found.rank >= RANKS.alternate,
      isWhole: whole !== undefined,
    };
  }
}
