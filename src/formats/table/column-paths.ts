/** Between the steps of a path, so that the key `a.b` and the key `b` inside `a` stay two columns. */
export const STEP = '\u0000';

/**
 * Where a cell goes: `path` is its keys from the outside in, joined by `STEP`. One more `STEP` before
 * them keeps a column apart from another of the same name.
 */
export type PutCell = (path: string, text: string) => void;

/** What people see of a path: its keys joined by dots. */
export const shownPath = (path: string): string =>
  (path.startsWith(STEP) ? path.slice(STEP.length) : path).replaceAll(STEP, '.');

/** Cells of one row in which a path may come twice: their texts are joined by `; `. */
export class RowCells {
  private readonly texts = new Map<string, string>();

  readonly put: PutCell = (path, text) => {
    const before = this.texts.get(path);
    this.texts.set(path, before && text ? `${before}; ${text}` : before || text);
  };

  putAllInto(put: PutCell): void {
    for (const [path, text] of this.texts) put(path, text);
  }
}

/** The columns of a document in the order in which their paths first appear. */
export class ColumnPaths {
  /** As people see them; two may be named alike. */
  readonly names: string[] = [];
  private readonly byPath = new Map<string, number>();

  find(path: string): number | undefined {
    return this.byPath.get(path);
  }

  findOrAdd(path: string): number {
    return this.byPath.get(path) ?? this.add(path, shownPath(path));
  }

  /** A column that is shown by another name than its path, which no other column has. */
  add(path: string, name: string): number {
    const added = this.names.length;
    this.byPath.set(path, added);
    this.names.push(name);
    return added;
  }
}
