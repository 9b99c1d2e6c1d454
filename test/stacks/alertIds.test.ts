import { readTerraformJson } from '../../src/deployment/terraformJson';
import { changedData } from '../catalog/changedData';
import { byAddress, catalogOf, monitors, onCall } from './xyzTech';

const PATH = 'runbooks/aggregate-profit.md';

test.each([
  ['Late & wrong', 'late--wrong'],
  ['total_profit: too low', 'total_profit-too-low'],
  ['Late ⏰', 'late-'],
  ['404', '404'],
  ['データが遅い', 'データが遅い'],
  ['Größe überschritten', 'größe-überschritten'],
])('the id of "%s" arrives in Terraform, in the query and in the link, and is read back', (heading, id) => {
  const files = changedData(
    {
      path: PATH,
      replace: '    failureClass: data\n',
      with: `    failureClass: data\n  - { id: "${id}", kind: deadline, by: "10:00", failureClass: data }\n`,
    },
    {
      path: PATH,
      replace: '## Escalation',
      with: `### ${heading}\n\n**Meaning.** m\n\n**Check.** c\n\n**Repair.** r\n\n## Escalation`,
    },
  );
  const catalog = catalogOf(files);
  const json = monitors(catalog);
  const monitor = byAddress(json).get(`datadog_monitor.aggregate-profit__${id}`);
  expect(monitor).toMatchObject({
    tags: expect.arrayContaining([`alert:${id}`]),
    query: expect.stringContaining(`alert:${id}}`),
    message: expect.stringContaining(`aggregate-profit.md#${encodeURIComponent(id)}\n`),
  });
  const deployment = readTerraformJson([onCall(catalog), json]);
  expect(deployment.monitors.filter(({ tags }) => tags.includes(`alert:${id}`))).toHaveLength(1);
});
