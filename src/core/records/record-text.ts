import type { Incident, Report } from './incident.ts';
import { INCIDENT_SCHEMA } from './incident-schema.ts';
import { unsaidOf } from './record-schema.ts';
import type { Place } from '../place/place.ts';

/** What the table's columns hold of a record, so that its text need not repeat it. */
export type InColumns = Pick<Incident, 'kind' | 'target'> & {
  readonly place: Pick<Place, 'name' | 'lon' | 'lat' | 'precision'>;
};

const IN_COLUMNS = new Set(['kind', 'target']);
const PLACE_IN_COLUMNS = new Set(['name', 'lon', 'lat', 'precision']);
const NOTHING: ReadonlySet<string> = new Set();

/** Without what columns hold, and without what is null or empty anyway. */
function sparse(value: object, inColumns: ReadonlySet<string>): Record<string, unknown> {
  const isSaid = (part: unknown): boolean =>
    part !== null && !(Array.isArray(part) && part.length === 0);
  return Object.fromEntries(
    Object.entries(value).filter(([name, part]) => !inColumns.has(name) && isSaid(part)),
  );
}

/** A record as JSON without what its columns say and what is not known; `readRecordText` adds both. */
export const writeRecordText = (incident: Incident): string =>
  JSON.stringify(
    sparse(
      {
        ...incident,
        place: sparse(incident.place, PLACE_IN_COLUMNS),
        reports: incident.reports.map((report) => sparse(report, NOTHING)),
      },
      IN_COLUMNS,
    ),
  );

type Sparse<Value> = { readonly [Key in keyof Value]?: NonNullable<Value[Key]> };
type SparseIncident = Omit<Sparse<Incident>, 'place' | 'reports'> & {
  readonly place: Pick<Place, 'basis'> & Sparse<Place>;
  readonly reports?: readonly (Pick<Report, 'publisher' | 'url' | 'language' | 'says'> &
    Sparse<Report>)[];
};

// Pure, so that the page, which reads no record texts, is built without the schema.
const UNSAID = /* @__PURE__ */ unsaidOf(INCIDENT_SCHEMA);

/** The whole record of a text that `writeRecordText` wrote, its parts in the order of the codebook. */
export function readRecordText(text: string, { kind, target, place }: InColumns): Incident {
  const said = JSON.parse(text) as SparseIncident;
  const parts = { ...UNSAID, ...said, kind, target } as Incident;
  return {
    ...parts,
    place: {
      name: place.name,
      district: said.place.district ?? null,
      governorate: said.place.governorate ?? null,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision,
      basis: said.place.basis,
      note: said.place.note ?? null,
    },
    reports: (said.reports ?? []).map(({ title = null, published = null, ...report }) => ({
      publisher: report.publisher,
      title,
      url: report.url,
      published,
      language: report.language,
      says: report.says,
      ...(report.quote === undefined ? {} : { quote: report.quote }),
      ...(report.origin === undefined ? {} : { origin: report.origin }),
      ...(report.receipt === undefined ? {} : { receipt: report.receipt }),
    })),
  };
}
