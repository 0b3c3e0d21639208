import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
];

/** WebGL 2 by software where there is no graphics card; nothing that loosens web security. */
const ARGUMENTS = [
  '--no-sandbox',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A browser of this machine, or the one that an npm package carries: no download step. */
export async function browserPath(): Promise<string> {
  const installed = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (installed) return installed;
  // The package unpacks its own shared libraries only where it believes to be on that platform.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}

export async function launchBrowser(options: { readonly webgl?: boolean } = {}): Promise<Browser> {
  const args =
    options.webgl === false ? [...ARGUMENTS.slice(0, 1), '--disable-3d-apis'] : ARGUMENTS;
  return playwright.launch({ executablePath: await browserPath(), args });
}
