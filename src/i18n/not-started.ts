import type { start } from './en/start.ts';

type StartWords = typeof start;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The part of the page that is read where its script does not run: plain HTML, links relative. */
export function notStartedHtml(words: StartWords): string {
  const items = (list: readonly string[]): string =>
    list.map((item) => `<li>${item}</li>`).join('\n        ');
  const links = words.data.map(
    ([file, what]) => `<a href="./${escaped(file)}">${escaped(file)}</a>: ${escaped(what)}`,
  );
  return `<main id="not-started">
      <h1>${escaped(words.title)}</h1>
      <noscript><p>${escaped(words.scriptsOff)}</p></noscript>
      <div data-reasons>
        <p>${escaped(words.lead)}</p>
        <ul>
        ${items(words.reasons.map(escaped))}
        </ul>
      </div>
      <p><a href="./" target="_blank" rel="noopener">${escaped(words.openAlone)}</a></p>
      <p>${escaped(words.dataTitle)}</p>
      <ul>
        ${items(links)}
      </ul>
    </main>`;
}
