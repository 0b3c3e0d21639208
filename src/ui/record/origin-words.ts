import { originKey, originsOfReport, type Origin } from '../../core/records/origins.ts';
import type { Report } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import { words } from '../../i18n/words.ts';
import { basisOf } from './report-groups.ts';

const MAX_NAME = 200;
const texts = words.panel.reports;

/** An origin and what it is; an outlet is named by the report itself. */
function describedOrigin(origin: Origin, report: Report): string {
  const basis = basisOf(origin, [report]);
  return origin.kind === 'outlet'
    ? texts.bases[basis]
    : texts.originAs(outsideText(origin.name, MAX_NAME), texts.bases[basis]);
}

/**
 * Where a report is from, in a line: its origins where no heading says them, through which agency, and the
 * words that show it. Empty where the report passes on nothing and there is no more to say.
 */
export function originWords(report: Report, isUnderOrigin: boolean): string {
  const { origin } = report;
  if (!origin) return '';
  const { relays, also_relays = [], statement_by, evidence } = origin;
  const origins = originsOfReport(report);
  const isNamed = isUnderOrigin && origins.length === 1;
  const isChain =
    relays !== null &&
    !origins.some((one) => originKey(one) === originKey({ kind: 'relayed', name: relays }));
  const passesOn = relays !== null || also_relays.length > 0 || statement_by.length > 0;
  return texts.originLine({
    origins: isNamed ? [] : origins.map((one) => describedOrigin(one, report)),
    via: isChain ? outsideText(relays, MAX_NAME) : undefined,
    evidence: passesOn && evidence !== null ? outsideText(evidence, 2 * MAX_NAME) : undefined,
  });
}
