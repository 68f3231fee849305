// Says what the official parser finds in an AsyncAPI document; fails on an error.
import { readFileSync } from 'node:fs';
import parserPackage from '@asyncapi/parser';

const severities = ['error', 'warning', 'information', 'hint'];
const { diagnostics } = await new parserPackage.Parser().parse(readFileSync(process.argv[2], 'utf8'), {
  source: process.argv[2],
});
for (const found of diagnostics) {
  console.log(`${severities[found.severity]} ${found.code} at /${found.path.join('/')}: ${found.message}`);
}
process.exit(diagnostics.some((found) => found.severity === 0) ? 1 : 0);
