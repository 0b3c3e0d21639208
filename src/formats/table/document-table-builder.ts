import type { Fault } from '../../core/faults/fault.ts';
import type { FormatInfo } from '../../core/mapping/format-info.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import { DocumentTable } from './document-table.ts';
import type { TableReader } from './table-reader.ts';
import { ColumnPaths, STEP } from './column-paths.ts';
import { MAX_COLUMNS } from './document-limits.ts';
import { GrowingTexts } from './growing-texts.ts';
import { NO_GEOMETRY, type ReadGeometry, type GeometryIssue } from '../geometry/read-geometry.ts';

/** Takes a document row by row and keeps it as two columns of JSON texts: cells and geometries. */
export class DocumentTableBuilder {
  private readonly columns = new ColumnPaths();
  private readonly cells = new GrowingTexts();
  private readonly geometries: GrowingTexts | undefined;
  private readonly broken = new Set<number>();
  private readonly unread = new Map<number, GeometryIssue>();
  private row: (number | string)[] = [];

  constructor(hasGeometry: boolean) {
    this.geometries = hasGeometry ? new GrowingTexts() : undefined;
  }

  get hasTooManyColumns(): boolean {
    return this.columns.names.length > MAX_COLUMNS;
  }

  /** Columns in their order, whose names may be empty or repeat; returns the path of each. */
  declare(names: readonly string[]): readonly string[] {
    const used = new Set<string>();
    return names.map((name, index) => {
      const isOwn = name !== '' && !used.has(name);
      used.add(name);
      const path = isOwn ? name : `${STEP}${STEP}${String(index)}`;
      if (this.columns.find(path) === undefined) this.columns.add(path, name);
      return path;
    });
  }

  /** A cell of the row that `endRow` will end. Empty ones name their column too. */
  readonly put = (path: string, text: string): void => {
    const column = this.columns.findOrAdd(path);
    if (text !== '') this.row.push(column, text);
  };

  endRow({ geometry, unread }: ReadGeometry): void {
    if (unread) this.unread.set(this.cells.count, unread);
    this.cells.push(JSON.stringify(this.row));
    this.geometries?.push(geometry ? JSON.stringify(geometry) : '');
    this.row = [];
  }

  /** A row that is no record, such as a number where an object should be. */
  endBrokenRow(): void {
    this.broken.add(this.cells.count);
    this.row = [];
    this.endRow(NO_GEOMETRY);
  }

  finish(file: string, form: FormatInfo): Result<TableReader, Fault> {
    const columns = this.columns.names;
    if (this.hasTooManyColumns)
      return failed({
        kind: 'too-many-columns',
        file,
        columns: columns.length,
        limit: MAX_COLUMNS,
      });
    if (this.cells.count === 0) return failed({ kind: 'no-rows', file });
    return ok(
      new DocumentTable(
        columns,
        form,
        this.cells.finish(),
        this.geometries?.finish(),
        this.broken,
        this.unread,
      ),
    );
  }
}
