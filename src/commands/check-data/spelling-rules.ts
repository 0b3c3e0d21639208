import type { Report } from '../../core/records/incident.ts';
import { publisherKey } from '../../core/records/publisher-key.ts';
import type { ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { CheckFault } from './check-fault.ts';
import { editDistance } from './edit-distance.ts';

export const reportsOf = ({
  label,
  readable,
}: ExaminedRecord): readonly (readonly [record: string, i: number, report: Readable<Report>])[] =>
  (readable.reports ?? []).flatMap((report, i) => (report ? [[label, i, report] as const] : []));

type Named = { readonly record: string; readonly field: string; readonly name: string };

const byLetters = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const countsOf = (names: readonly Named[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** Shorter names are not compared: different ones may differ in one letter, as `NTV` and `NRT`. */
const MIN_LETTERS = 5;
/** A name used this often is not a typing error. */
const MIN_USES = 3;

/** Names of one thing in two spellings: the rarer one is named. Names are joined by `keyOf`. */
function spellings(
  names: readonly Named[],
  rule: string,
  reason: string,
  keyOf: (name: string) => string,
): readonly CheckFault[] {
  const counts = countsOf(names);
  const best = new Map<string, string>();
  for (const [name, count] of counts) {
    const other = best.get(keyOf(name));
    if (other === undefined || (counts.get(other) ?? 0) < count) best.set(keyOf(name), name);
  }
  const often = [...best.values()].filter((name) => (counts.get(name) ?? 0) >= MIN_USES);
  const meantBy = new Map<string, string | undefined>();
  const meant = (name: string): string | undefined => {
    const key = keyOf(name);
    const usual = best.get(key);
    if (usual !== name) return usual;
    if (key.length < MIN_LETTERS || counts.get(name) !== 1) return undefined;
    return often.find((other) => other !== name && isTypingError(key, keyOf(other)));
  };
  for (const name of counts.keys()) meantBy.set(name, meant(name));
  return names.flatMap(({ record, field, name }) => {
    const usual = meantBy.get(name);
    if (usual === undefined) return [];
    const problem = `${shown(name)} looks like ${shown(usual)}, as other records write it`;
    return [{ record, field, rule, problem, expected: shown(usual), reason }];
  });
}

/** True if two names differ in one letter and have the same numbers. */
const isTypingError = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 1 &&
  a.replaceAll(/\D/g, '') === b.replaceAll(/\D/g, '') &&
  editDistance(a, b) === 1;

/** Finds publishers, actors and places that are spelled in two ways. */
export function spellingFaults(records: readonly ExaminedRecord[]): readonly CheckFault[] {
  const publishers = records
    .flatMap(reportsOf)
    .flatMap(([record, i, { publisher }]) =>
      publisher === undefined ? [] : [{ record, field: `reports.${i}.publisher`, name: publisher }],
    );
  const origins = records
    .flatMap(reportsOf)
    .flatMap(([record, i, { origin }]) =>
      [...(origin?.statement_by ?? []), origin?.relays, ...(origin?.also_relays ?? [])].flatMap(
        (name) => (name ? [{ record, field: `reports.${i}.origin`, name }] : []),
      ),
    );
  const actors = records.flatMap(({ label, readable }) =>
    (readable.attribution ?? []).flatMap((one, i) =>
      (['actor', 'by'] as const).flatMap((part) => {
        const name = one?.[part];
        return name === undefined
          ? []
          : [{ record: label, field: `attribution.${i}.${part}`, name }];
      }),
    ),
  );
  const places = records.flatMap(({ label, readable: { place } }) =>
    place?.name === undefined ? [] : [{ record: label, field: 'place.name', name: place.name }],
  );
  return [
    ...spellings(publishers, 'publisher-spelling', 'they may be two publishers', publisherKey),
    ...spellings(origins, 'origin-spelling', 'they may be two sources', publisherKey),
    ...spellings(actors, 'actor-spelling', 'they may be two names', byLetters),
    ...spellings(places, 'place-spelling', 'they may be two places', byLetters),
  ];
}
