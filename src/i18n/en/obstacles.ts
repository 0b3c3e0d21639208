/** Where the program starts but cannot go on. */
export const obstacles = {
  file: 'The page was opened from a folder on this device, and browsers do not let such a page read its data. Open it from a web server.',
  sandbox:
    'The page is inside another page, in a sandbox without “allow-same-origin”, so it cannot read its data. Open it in its own tab.',
  'no-worker':
    'The map needs web workers to read its data. This browser does not have them, or a setting blocks them. Update the browser, or change the setting.',
};
