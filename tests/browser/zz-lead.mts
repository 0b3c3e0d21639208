import { launchBrowser } from './launch-browser.ts';
import { serveSite } from './site.ts';
const site = await serveSite();
const browser = await launchBrowser();
const views: [string, number, number, number][] = [['gaza',34.4,31.45,9],['kyiv',30.5,50.4,6.5],['crimea',34.2,45.6,6.2],['pap',-72.3,18.6,8],['khartoum',32.5,15.6,6],['aden',47,12.5,5.5],['chicago',-87.6,41.8,7.5],['aegean',25.5,38,6.2],['bering',-169,65.5,4.2],['svalbard',18,78.5,4.6],['fiji',179.5,-17.5,5.5],['kashmir',76,34.5,5.4],['wsahara',-12,25,4.6],['cyprus',33.3,35.1,7.4],['world',20,25,2],['balkan',20.5,43,5.8],['horn',46,8,4.6],['europe',12,49,4],['usa',-96,39,3.4]];
const only = process.argv.slice(2);
for (const dark of [false]) {
  const page = await browser.newPage({ viewport: { width: 900, height: 640 }, colorScheme: dark ? 'dark' : 'light' });
  for (const [name, lon, lat, z] of views) {
    if (only.length && !only.includes(name)) continue;
    await page.goto(`${site.address}?list=closed&map=${z}/${lat}/${lon}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => { const c=document.querySelector('canvas')!; for (const e of document.querySelectorAll<HTMLElement>('main > *')) if (!e.contains(c)) e.style.visibility='hidden'; }); await page.waitForTimeout(3500);
    await page.screenshot({ path: `/tmp/w-${name}.png` });
  }
  await page.close();
}
await browser.close(); await site.close();
