import type { GroupKey, PanelState } from '../../core/url/view-state.ts';

/** One open level of the panel: list, group, incident or source text. */
export type OpenLevel = {
  /** 0 if nothing is open, up to 4 for a source text. */
  readonly depth: number;
  /** Equal for the same thing. */
  readonly key: string;
};

const groupName = (group: GroupKey): string =>
  group.kind === 'area' ? `area:${group.name}` : `mark:${group.zoom}:${group.incident}`;

/** Returns the innermost open level of the panel. */
export function openLevel({ isListOpen, group, incident, report }: PanelState): OpenLevel {
  if (incident !== undefined && report !== undefined)
    return { depth: 4, key: `source:${incident}:${report}` };
  if (incident !== undefined) return { depth: 3, key: `incident:${incident}` };
  if (group) return { depth: 2, key: `group:${groupName(group)}` };
  return isListOpen ? { depth: 1, key: 'list' } : { depth: 0, key: 'nothing' };
}

/**
 * How to find, in an outer level, what the reader had opened there: the value of the attribute
 * `data-opens`.
 */
export const opensOf = ({ incident, report }: PanelState): string =>
  report !== undefined ? `report:${report}` : `incident:${incident ?? ''}`;
