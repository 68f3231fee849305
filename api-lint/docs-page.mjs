// Opens the page of the API in a browser, signs in, tries one operation, and says in JSON what was to be seen.
// Arguments: address of the gateway, the browser, user, password, a path that the user may read, a folder for pictures.
import { chromium } from 'playwright-core';

const [gateway, browserPath, user, password, path, pictures] = process.argv.slice(2);
const seen = { operations: 0, status: '', answer: '', errors: [] };

const browser = await chromium.launch({
  executablePath: browserPath,
  headless: true,
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(60_000);
  // What the sign-in page of the provider says of itself is not ours.
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.location().url.startsWith(gateway)) {
      seen.errors.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (failure) => seen.errors.push(`uncaught: ${failure.error().message}`));

  const page = await context.newPage();
  await page.goto(`${gateway}/docs`);
  await page.locator('.opblock').first().waitFor();
  seen.operations = await page.locator('.opblock').count();
  await page.screenshot({ path: `${pictures}/signed-out.png` });

  await page.locator('.auth-wrapper > .btn.authorize').click();
  const form = page.locator('.auth-container', { hasText: 'authorizationCode' });
  await page.screenshot({ path: `${pictures}/sign-in.png` });
  const [popup] = await Promise.all([page.waitForEvent('popup'), form.getByRole('button', { name: 'Apply given OAuth2' }).click()]);
  await popup.locator('#username').fill(user);
  await popup.locator('#password').fill(password);
  await Promise.all([popup.waitForEvent('close'), popup.locator('[type=submit]').click()]);
  await form.getByRole('button', { name: 'Remove authorization' }).waitFor();
  await page.screenshot({ path: `${pictures}/signed-in.png` });
  await page.locator('.btn-done').last().click();

  const operation = page.locator('.opblock', { has: page.locator(`[data-path="${path}"]`) });
  await operation.locator('.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  const answer = operation.locator('.live-responses-table .response').first();
  await answer.waitFor();
  seen.status = (await answer.locator('.response-col_status').innerText()).split('\n')[0].trim();
  seen.answer = await answer.locator('.response-col_description').innerText();
  await operation.locator('.responses-wrapper').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${pictures}/tried.png` });
} catch (failure) {
  seen.errors.push(`the browser came no further: ${failure.message}`);
  await browser.contexts()[0]?.pages()[0]?.screenshot({ path: `${pictures}/failed.png` });
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
