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

/**
 * WebGL as above, but the page around the map is put together without it. Otherwise its drawing waits
 * behind the map's frames, and shaders of its own are compiled for it: almost twice the work.
 */
const SOFTWARE_COMPOSITING = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

const WITHOUT_WEBGL = ['--no-sandbox', '--disable-3d-apis'];

export type BrowserOptions = {
  readonly webgl?: boolean;
  /** For tests of what is shown; benchmarks of frames composite as a reader's browser does. */
  readonly softwareCompositing?: boolean;
};

export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const withWebgl = options.softwareCompositing ? SOFTWARE_COMPOSITING : ARGUMENTS;
  const args = options.webgl === false ? WITHOUT_WEBGL : withWebgl;
  return playwright.launch({ executablePath: await browserPath(), args });
}
