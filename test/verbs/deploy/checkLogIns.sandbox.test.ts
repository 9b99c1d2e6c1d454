import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { checkLogIns } from '../../../src/verbs/deploy/checkLogIns';
import { XYZ_TECH } from '../../xyzTech';

const now = () => Temporal.Instant.from('2026-11-24T03:15:00Z');
const user = (name: string) => ({ name, email: `${name}@xyz-tech.example` });

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    users: ['aidil', 'thiru', 'Spencer', 'accounts-desk'].map(user),
  });
});
afterAll(() => sandbox.stop());

const session = { catalog: loadCatalogOrThrow(readDataDirectory(XYZ_TECH), 'data'), asOf: now() };

const ioOf = ({ env }: Sandbox) => ({ env, now, err: (text: string) => said.push(text) });
const said: string[] = [];
afterEach(() => expect(said.splice(0)).toEqual([]));

test('every missing log-in is named in one list, with the spelling that PagerDuty has', async () => {
  await expect(checkLogIns(session, ioOf(sandbox))).rejects.toMatchObject({
    name: 'UsageError',
    message: `LOGI001: log-ins that the data needs are missing in PagerDuty
  Spencer (spencer): spencer@xyz-tech.example, which PagerDuty spells "Spencer@xyz-tech.example"
  Choo (choo): no log-in choo@xyz-tech.example
  Business Analytics desk (ba): no log-in ba-desk@xyz-tech.example
  create the log-in, write the e-mail as PagerDuty spells it, or write left: DATE for somebody who is no longer there`,
  });
});

test('nothing is said where all are there', async () => {
  const whole = await startSandbox({
    users: ['aidil', 'thiru', 'spencer', 'choo', 'accounts-desk', 'ba-desk'].map(user),
  });
  await checkLogIns(session, ioOf(whole));
  await whole.stop();
});

test('a vendor that refuses is told', async () => {
  const odd = await startSandbox({
    faults: () => ({ kind: 'status', status: 401, body: { error: { message: 'No' } } }),
  });
  const refused = checkLogIns(session, ioOf(odd));
  await expect(refused).rejects.toMatchObject({
    name: 'DeployRefused',
    message: expect.stringMatching(/^DEPL102: a key is refused: PagerDuty GET \/users: answered 401/),
  });
  await odd.stop();
});
