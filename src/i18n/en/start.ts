/** Shown in place of the page while its program has not started, and for as long as it does not. */
export const start = {
  title: 'The map has not started',
  lead: 'It may still be loading. If this text stays, one of these is the reason:',
  reasons: [
    'A part of the program did not arrive: the connection broke, or a file is missing on the server. Reload the page. If it keeps failing, contact the publisher.',
    'The page was opened from a folder of this device, so that its address begins with “file:”. Browsers start it only from a web server.',
    'The page is shown inside another page that does not allow it to run (a sandbox without “allow-scripts” and “allow-same-origin”). Open it in a tab of its own.',
    'The browser is too old, or an extension or a setting blocks scripts. Update the browser, or allow scripts for this page.',
  ],
  scriptsOff:
    'JavaScript is switched off in this browser. The map needs it: allow it for this page, then reload.',
  openAlone: 'Open the map in a tab of its own',
  /** Where the program runs and finds what stops it. */
  obstacles: {
    file: 'The page was opened from a folder of this device, and browsers do not let such a page read its data. Open it from a web server.',
    sandbox:
      'The page is shown inside another page that keeps it in a sandbox without “allow-same-origin”, so it cannot read its data. Open it in a tab of its own.',
    'no-worker':
      'This browser has no web workers, which the map needs to read its data, or a setting blocks them. Update the browser, or change the setting.',
  },
  dataTitle: 'The data can be read without the map:',
  data: [
    ['incidents.geojson', 'all records with their reports and sources (GeoJSON)'],
    ['dataset.json', 'what the data cover and what they miss (JSON)'],
    ['README.md', 'what each field means (text)'],
  ] as readonly (readonly [file: string, what: string])[],
};
