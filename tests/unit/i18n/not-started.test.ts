import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { start } from '../../../src/i18n/en/start.ts';
import { notStartedHtml } from '../../../src/i18n/not-started.ts';

const html = notStartedHtml(start);

describe('the text of a page whose script does not run', () => {
  it('has every sentence and neither script nor inline style, which the policy forbids', () => {
    for (const sentence of [start.title, start.lead, ...start.reasons, start.scriptsOff])
      expect(html).toContain(sentence);
    expect(html).not.toMatch(/<script|style=|\son\w+=/);
  });

  it('links to files that are published with the page, wherever the page is', () => {
    for (const [file] of start.data) {
      expect(existsSync(new URL(`../../../geodata/${file}`, import.meta.url))).toBe(true);
      expect(html).toContain(`href="./${file}"`);
    }
  });

  it('escapes what HTML would read as marks', () => {
    const words = { ...start, title: 'a < b & "c"', reasons: ['<b>'] };
    expect(notStartedHtml(words)).toContain('a &lt; b &amp; &quot;c&quot;');
    expect(notStartedHtml(words)).toContain('<li>&lt;b&gt;</li>');
  });
});
