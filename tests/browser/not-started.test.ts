import type { Page } from 'playwright-core';
import { expect, describe, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { stage } from './stage.ts';
import { starting } from './words.ts';

const { reads, another } = stage();

const failScript = async (page: Page): Promise<void> => {
  await page.route('**/assets/index-*.js', (route) => route.fulfill({ status: 404 }));
};

/** Shows the site in a frame of a page of the same server, which keeps it in a sandbox. */
const inSandbox =
  (isReadable: boolean) =>
  async (page: Page): Promise<void> => {
    await page.route('**/made-up-host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe sandbox="allow-scripts" src="./" width="800" height="800"></iframe>',
      }),
    );
    if (!isReadable) return;
    // Some hosts let every site read their files, so that the script runs in the sandbox.
    await page.route('**/assets/*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
      await route.fulfill({ response, headers });
    });
  };

describe('a page whose script does not run', () => {
  it.each([
    ['its file is missing', failScript],
    [
      'its file is a page, as some servers answer',
      async (page: Page) => {
        await page.route('**/assets/index-*.js', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<p>Not here' }),
        );
      },
    ],
    [
      'nothing of the program arrives, not even its styles',
      async (page: Page) => {
        await page.route('**/assets/**', (route) => route.abort());
      },
    ],
  ])('says what may be wrong and links to the data: %s', async (_, prepare) => {
    const reader = await another({ prepare, reducedMotion: true });
    await reader.goes();
    await reader.page.getByText(en.start.lead).waitFor();
    await reader.findsNoBarrier();
    await reader.page.getByRole('link', { name: 'README.md' }).click();
    await reader.page.waitForURL('**/README.md');
    await reader.page.context().close();
  });

  it(
    'says at once that JavaScript is off',
    reads({ withoutScripts: true }, async (reader) => {
      await reader.goes();
      await reader.page.getByText(starting(en.start.scriptsOff)).waitFor();
      expect(await reader.page.getByText(en.start.lead).isVisible()).toBe(false);
      await reader.page.getByRole('link', { name: 'incidents.geojson' }).waitFor();
    }),
  );

  it.each([
    ['that keeps the script out', false, en.start.lead],
    ['in which the script runs', true, en.obstacles.sandbox],
  ])('says that it is in a sandboxed frame %s', async (_, isReadable, sentence) => {
    const reader = await another({ prepare: inSandbox(isReadable) });
    await reader.goes('made-up-host.html');
    await reader.page.frameLocator('iframe').getByText(sentence).waitFor();
    await reader.page.context().close();
  });

  it(
    'says that the browser has no workers',
    reads(
      {
        prepare: async (page) => {
          await page.addInitScript('delete globalThis.Worker');
        },
      },
      async (reader) => {
        await reader.goes();
        await reader.page.getByText(en.obstacles['no-worker']).waitFor();
        await reader.findsNoBarrier();
      },
    ),
  );
});

describe('a page that starts', () => {
  it(
    'never shows that text, and removes it',
    reads(
      {
        reducedMotion: true,
        prepare: async (page) => {
          await page.addInitScript(() => {
            const seen: boolean[] = [];
            Object.assign(window, { seen });
            const look = (): void => {
              const text = document.getElementById('not-started');
              if (text) seen.push(text.checkVisibility({ visibilityProperty: true }));
              requestAnimationFrame(look);
            };
            look();
          });
        },
      },
      async (reader) => {
        await reader.opens();
        expect(await reader.page.evaluate('seen.some(Boolean)')).toBe(false);
        expect(await reader.page.locator('#not-started').count()).toBe(0);
      },
    ),
  );
});
