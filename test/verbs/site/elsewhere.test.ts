import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedData } from '../../cli/folder';
import { attributesOf, filesBelow, ownFolder, written } from './folder';

const { out } = ownFolder();
const LINK = 'https://wiki.xyz-tech.example/profit?a=b';

test('a runbook that is a page elsewhere: each rule has its section with the link, and the ladder stays', async () => {
  const data = changedData(
    'runbooks/aggregate-profit.md',
    () => `---
# yaml-language-server: $schema=../../schemas/runbook.schema.json
pipeline: aggregate-profit
runbook: ${LINK}
alerts:
  - { id: not-complete-by-nine, kind: deadline, by: "09:00", failureClass: processing }
  - { id: profit-discrepancy, kind: failure, failureClass: data }
---
`,
  );
  // Other pages link to sections that are gone.
  for (const name of readdirSync(join(data, 'runbooks'))) {
    const file = join(data, 'runbooks', name);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/\]\(aggregate-profit\.md#[\w-]+\)/g, `](${LINK})`),
    );
  }
  const { code, err } = await written(out, '--data', data);
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  const page = filesBelow(out).get('pipelines/aggregate-profit.html') ?? '';
  const sections = attributesOf(page, 'section').flatMap(({ id }) => id ?? []);
  expect(sections).toEqual(expect.arrayContaining(['not-complete-by-nine', 'profit-discrepancy']));
  expect(attributesOf(page, 'a').filter(({ href }) => href === LINK)).toHaveLength(2);
  const steps = attributesOf(page, 'li').filter((each) => 'data-step' in each);
  expect(steps.map((each) => [each['data-step'], each['data-target']])).toEqual([
    ['1', 'ba-desk@xyz-tech.example'],
    ['2', 'profit-and-engagement'],
  ]);
});
