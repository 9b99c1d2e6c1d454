import { type Sandbox, startSandbox } from '../../src/sandbox';
import { missingLogIns, PagerDutyApi, vendorAccess } from '../../src/vendors';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    users: [
      { name: 'Choo', email: 'choo@xyz-tech.example' },
      { name: 'Thiru', email: 'Thiru@xyz-tech.example' },
      { name: 'Other', email: 'not-aidil@xyz-tech.example' },
    ],
  });
});
afterAll(() => sandbox.stop());

test('each that is not there, once, and the spelling of one that is', async () => {
  const api = new PagerDutyApi(vendorAccess(sandbox.env).pagerDuty);
  const emails = ['aidil', 'choo', 'thiru', 'spencer', 'aidil'].map((name) => `${name}@xyz-tech.example`);
  expect(await missingLogIns(api, emails)).toEqual([
    // PagerDuty finds parts of an e-mail, too: "not-aidil" is somebody else.
    { email: 'aidil@xyz-tech.example' },
    { email: 'thiru@xyz-tech.example', spelling: 'Thiru@xyz-tech.example' },
    { email: 'spencer@xyz-tech.example' },
  ]);
});
