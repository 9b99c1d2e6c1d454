import { builtCluster } from '../../../../src/verbs/rehearse/connect/cluster';
import { embeddedLedger } from '../../../../src/verbs/rehearse/connect/embedded';

jest.mock('../../../../src/verbs/rehearse/connect/cluster', () => {
  const actual = jest.requireActual<typeof import('../../../../src/verbs/rehearse/connect/cluster')>(
    '../../../../src/verbs/rehearse/connect/cluster',
  );
  return { ...actual, builtCluster: jest.fn(actual.builtCluster) };
});

/** Templates are left out of what the build makes; `initdb` makes them. */
async function databases(): Promise<unknown[]> {
  const ledger = await embeddedLedger();
  try {
    const rows = await ledger.query('SELECT datname FROM pg_database ORDER BY datname');
    return rows.map(({ datname }) => datname);
  } finally {
    await ledger.close();
  }
}

test('an embedded ledger starts from the cluster that was built for its version', async () => {
  expect(await databases()).toEqual(['postgres']);
});

test('without one for its version it makes a cluster of its own', async () => {
  const built = jest.mocked(builtCluster);
  expect(builtCluster('0.0.1')).toBeUndefined();
  built.mockReturnValueOnce(undefined);
  expect(await databases()).toEqual(['postgres', 'template0', 'template1']);
});
