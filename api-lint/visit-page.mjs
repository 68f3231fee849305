// Opens the page of a visit as its customer does, presses its button, and says in JSON what was to be seen.
// Arguments: the address from the mail, the browser, a folder for pictures.
import { chromium } from 'playwright-core';

const [address, browserPath, pictures] = process.argv.slice(2);
const seen = { before: '', after: '', buttons: -1, errors: [] };

const browser = await chromium.launch({
  executablePath: browserPath,
  headless: true,
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 420, height: 640 }, locale: 'ro-RO' });
  context.setDefaultTimeout(60_000);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      seen.errors.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (failure) => seen.errors.push(`uncaught: ${failure.error().message}`));

  const page = await context.newPage();
  await page.goto(address);
  seen.before = await page.locator('body').innerText();
  await page.screenshot({ path: `${pictures}/planned.png` });
  await Promise.all([page.waitForEvent('load'), page.locator('button').click()]);
  seen.after = await page.locator('body').innerText();
  seen.buttons = await page.locator('button').count();
  await page.screenshot({ path: `${pictures}/confirmed.png` });
} catch (failure) {
  seen.errors.push(`the browser came no further: ${failure.message}`);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
