import { monitorsOf } from '../../src/alerts';
import { organization, pipeline, rule } from './fixture';

const late = rule({ id: 'late', kind: 'failure', failureClass: 'processing' });
const elsewhere = rule({
  id: 'slow',
  kind: 'failure',
  failureClass: 'processing',
  runbook: 'https://wiki.example.com/slow?a=b#c',
});

/** The links of the messages of two rules. */
function links(link?: string) {
  const { runbook, ...others } = pipeline([late, elsewhere]);
  if (runbook === undefined) throw new Error('no runbook');
  const linked = { ...runbook, ...(link === undefined ? {} : { link }) };
  const options = { failureClassesPage: true };
  return monitorsOf({ ...others, runbook: linked }, organization, options).map(
    ({ message }) => /^Runbook: (.*)$/m.exec(message)?.[1],
  );
}

test('a rule that names a page links there, others to their section', () => {
  expect(links()).toEqual([
    'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks/aggregate-profit.md#late',
    'https://wiki.example.com/slow?a=b#c',
  ]);
});

test('a runbook that is a page elsewhere is linked by every rule that names none of its own', () => {
  expect(links('https://wiki.example.com/orders')).toEqual([
    'https://wiki.example.com/orders',
    'https://wiki.example.com/slow?a=b#c',
  ]);
});
