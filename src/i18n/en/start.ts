/** Shown instead of the page until its program starts. */
export const start = {
  title: 'The map has not started',
  lead: 'It may still be loading. If you keep seeing this text, the reason is one of these:',
  reasons: [
    'A part of the program could not be loaded: the connection was lost, or a file is missing on the server. Reload the page. If it keeps failing, contact the publisher.',
    'The page was opened from a folder on this device, so its address begins with “file:”. Browsers start it only from a web server. Open it from one.',
    'The page is inside another page that does not allow it to run (a sandbox without “allow-scripts” and “allow-same-origin”). Open it in its own tab.',
    'The browser is too old, or an extension or a setting blocks scripts. Update the browser, or allow scripts for this page.',
  ],
  scriptsOff:
    'JavaScript is switched off in this browser, and the map needs it. Allow JavaScript for this page, then reload it.',
  openAlone: 'Open the map in its own tab',
  dataTitle: 'You can read the data without the map:',
  data: [
    ['incidents.geojson', 'all records with their reports and sources (GeoJSON)'],
    ['dataset.json', 'what the data cover and what is missing (JSON)'],
    ['README.md', 'what each field means (text)'],
  ] as readonly (readonly [file: string, what: string])[],
};
