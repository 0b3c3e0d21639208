import type { Incident } from '../../core/records/incident.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';
import type { SourceText } from './text-rules.ts';

/** The hash of a text in `sources/` is the one of its file. */
export const hashFindings = (
  { reports }: Readable<Incident>,
  sources: readonly SourceText[],
): readonly Finding[] =>
  (reports ?? []).flatMap((report, i) =>
    (report?.receipt?.hashes ?? []).flatMap((hash, j) => {
      const file = hash?.of?.startsWith('sources/') ? hash.of.slice('sources/'.length) : undefined;
      if (file === undefined || hash?.sha256 === undefined) return [];
      const source = sources.find(({ document }) => document.file === file);
      if (source?.sha256 === hash.sha256) return [];
      return [
        {
          rule: 'hash',
          field: `reports.${i}.receipt.hashes.${j}`,
          problem: source
            ? `${shown(hash.sha256)} is not the hash of ${shown(hash.of)}`
            : `${shown(hash.of)} is not in sources/index.json`,
          expected: source ? shown(source.sha256) : 'a file of sources/index.json',
        },
      ];
    }),
  );
