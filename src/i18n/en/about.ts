import { outsideText } from '../../core/text/outside-text.ts';
import { counts, windowCount } from './format.ts';

export const about = {
  title: 'How this map is made, and what is missing',
  sections: {
    coverage: 'What is missing',
    counted: 'Counts by officials and monitors, compared with this map',
    method: 'How the records were made',
    delays: 'From event to first report',
    time: 'Time',
    place: 'Place',
    marks: 'How to read the marks',
    keys: 'Keyboard',
    privacy: 'What leaves your device',
    licences: 'Sources and licences',
  },
  monitors: {
    caption: 'Counts by officials and monitors',
    days: 'Days',
    until: (day: string): string => `to ${day}`,
    figure: 'Count',
    part: (name: string, count: string): string => `${name} ${count}`,
    area: 'Area',
    killed: 'Killed',
    injured: 'Injured',
    who: 'Counted by',
    via: (who: string, outlet: string): string => `${who}, in ${outlet}`,
    notSaid: 'not said',
  },
  mapped: {
    caption: 'Attacks in the Region on this map, and what others counted',
    upTo: 'Up to',
    mapped: 'On this map',
    notMereClaim: 'More than a claim',
    counted: 'Counted by others by then',
    countedBy: (count: string, area: string, who: string): string => `${count}, ${area}: ${who}`,
  },
  delays: {
    caption: 'Days from the event to its first report, for each incident',
    days: 'Reported',
    incidents: 'Incidents',
    after: (days: number): string => {
      if (days === 0) return 'on the same day';
      return counts.counted(days, { one: 'one day later', other: '# days later' });
    },
    orLater: (days: number): string => `${counts.number(days)} days later or more`,
    unknown: 'not known to the day',
    note: 'Not known to the day: the event may be of several days, or a report has no date and may be the first. Dates of publication are good to a day at best.',
  },
  time: (zone: string): readonly string[] => [
    `All dates and times are local time${zone && ` in ${outsideText(zone)}`}, whatever the time zone of your device.`,
    'A period includes its start but not its end: “1 to 7 March” includes all of 7 March and ends when 8 March begins.',
    `An incident is in a period if all the times that its sources allow are in it. It is possibly in the period if only some of these times are. The two are counted separately: “${windowCount(31, 5)}”.`,
    'If a source gives only a rough time of day (“about 20:00”, “evening”), the record has the day, with the rough time as a note.',
  ],
  place: [
    'No place is drawn more precisely than its sources know it. The dashed circle around a point has a radius of 1.5 km if the site is known, 5 km if the town is known, and 20 km if the district is known. The place is somewhere inside the circle. A mark has the widest circle of its places; point at the mark, or open it, to see them all.',
    'If only the governorate or the Region is known, the map shows no point. The key of the map counts such records, and hatches the area while you point at its row.',
    'A series is several events that no source separates. It is in the list and never counted; if its place is known, the map shows a circle while the series is open.',
    'No coordinate is more precise than about 1 km. “Stated” means that a source names the place. “Inferred” means that we worked it out; the record says how.',
  ],
  layers: 'Each layer has its own colour and symbol:',
  privacy:
    'Nothing leaves your device: this page sets no cookies, does not count visitors and contacts no other server, unless you open data from a link to another site. You are asked before that happens. A file that you open is read in this browser and stays there; it is kept for your next visit only if you choose so. Until you close the tab, the browser remembers the name of the file, so that after a reload the page can say which file to open again. Your choice of light or dark colours is kept in this browser only. Links to reports open other sites, which do not receive the address of this page.',
  credits: [
    'Base map: land, coasts and country borders © OpenStreetMap contributors, Open Database License (ODbL) 1.0. Place names © GeoNames, CC BY 4.0 (changed). Rivers, areas inside countries and some disputed lines from Natural Earth. The file of the base map is available under the ODbL.',
    'Drawn with MapLibre GL JS (BSD 3-Clause).',
    'Set in Source Serif 4, Source Sans 3 and Noto Sans Arabic (SIL Open Font License 1.1).',
  ],
};
