import type { CountRange, Effect, Incident } from '../../core/records/incident.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';

/** Effects that only a weapon has. */
const OF_WEAPON: readonly Effect[] = ['struck', 'damage', 'intercepted', 'crashed', 'fell-short'];
/** Effects that a decision causes, not a weapon. */
const OF_DECISION: readonly Effect[] = ['halted', 'restored'];

const MAX_CASUALTIES = 1_000;

/** `weapon` is null exactly where no weapon is involved. */
export function weaponFindings({ weapon, effect }: Readable<Incident>): readonly Finding[] {
  if (effect === undefined || weapon === undefined) return [];
  if (weapon === null && OF_WEAPON.includes(effect))
    return [
      {
        rule: 'weapon-missing',
        field: 'weapon',
        problem: `is null (no weapon involved), though the effect is ${effect}`,
        expected: 'a weapon, or unknown',
      },
    ];
  if (weapon === null && effect === 'unknown')
    return [
      {
        rule: 'weapon-missing',
        field: 'weapon',
        problem: 'is null (no weapon involved), though the effect is not known',
        expected: 'a weapon or unknown, or the effect that was not of a weapon',
        reason: 'it may be known that no weapon was involved',
      },
    ];
  if (weapon === null || !OF_DECISION.includes(effect)) return [];
  return [
    {
      rule: 'weapon-of-halt',
      field: 'weapon',
      problem: `is ${weapon}, though the effect is ${effect}`,
      expected: 'null: no weapon involved',
      reason: 'work may be halted by a hit',
    },
  ];
}

function casualtyFindings(
  field: 'killed' | 'injured',
  range: Readable<CountRange> | null | undefined,
): readonly Finding[] {
  const [least, most] = range ?? [];
  if (least === undefined || most === undefined) return [];
  if (most <= MAX_CASUALTIES) return [];
  return [
    {
      rule: 'casualties',
      field,
      problem: `${shown([least, most])} is a very large number`,
      expected: 'the lowest and the highest number that a source gives',
      reason: 'a source may really give this number',
    },
  ];
}

export const casualtiesFindings = (record: Readable<Incident>): readonly Finding[] => [
  ...casualtyFindings('killed', record.killed),
  ...casualtyFindings('injured', record.injured),
];

/** Each attribution is listed once; an event that is only claimed names who claims it. */
export function attributionFindings({
  attribution,
  status,
}: Readable<Incident>): readonly Finding[] {
  const firsts = new Map<string, number>();
  const twice = (attribution ?? []).flatMap((one, i): readonly Finding[] => {
    if (!one) return [];
    const key = [one.actor, one.by, one.claim].join('\n').toLowerCase();
    const first = firsts.get(key);
    firsts.set(key, first ?? i);
    if (first === undefined) return [];
    const problem = `is attribution.${first} again`;
    return [
      {
        rule: 'attribution-twice',
        field: `attribution.${i}`,
        problem,
        expected: 'each attribution once',
      },
    ];
  });
  if (status !== 'claimed' || attribution?.length !== 0) return twice;
  return [
    ...twice,
    {
      rule: 'claimed-by-nobody',
      field: 'status',
      problem: 'is claimed, though attribution is empty',
      expected: 'who claims it in attribution, or another status',
      reason: 'the summary may be the only place that names who claims it',
    },
  ];
}

/** A summary does not repeat the title of its record, nor `says` the title of its report. */
export function ownWordsFindings(record: Readable<Incident>): readonly Finding[] {
  const { title, summary, reports = [] } = record;
  const reason = 'short texts may agree';
  const same = title !== undefined && title === summary;
  const copied = reports.flatMap((report, i): readonly Finding[] =>
    report?.says !== undefined && report.says === report.title
      ? [
          {
            rule: 'copied-words',
            field: `reports.${i}.says`,
            problem: 'is the title of the report',
            expected: 'what the report says, in our own words',
            reason,
          },
        ]
      : [],
  );
  if (!same) return copied;
  const expected = 'what happened, in more words than the title';
  return [
    ...copied,
    { rule: 'copied-words', field: 'summary', problem: 'repeats the title', expected, reason },
  ];
}
