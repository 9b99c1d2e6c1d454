import type { SynthesisRequest } from '../../src/cli/io';
import { XYZ_TECH } from '../xyzTech';

const REQUEST: SynthesisRequest = { data: XYZ_TECH, asOf: '2026-11-23T00:00:00+08:00' };

interface Stack {
  readonly '//': { readonly metadata: { version: string } };
  readonly resource: Readonly<Record<string, object>>;
}

/** Both stacks as a host synthesizes them: our code and the providers' bindings take `cdktf` from it. */
function synthesizedOn(host: 'cdktf' | 'cdktn'): readonly Stack[] {
  let stacks: readonly unknown[] = [];
  jest.isolateModules(() => {
    if (host === 'cdktn') jest.doMock('cdktf', () => jest.requireActual('cdktn'));
    const { synthesizedStacks } = jest.requireActual<
      typeof import('../../src/verbs/synth/synthesizedStacks')
    >('../../src/verbs/synth/synthesizedStacks');
    stacks = synthesizedStacks(REQUEST);
  });
  return stacks as readonly Stack[];
}

const versionsOf = (stacks: readonly Stack[]) => stacks.map((stack) => stack['//'].metadata.version);

/** Without the host's version, which each writes into its remarks. */
const withoutVersions = (stacks: readonly Stack[]): unknown =>
  JSON.parse(JSON.stringify(stacks), function (this: unknown, key, value: unknown) {
    return key === 'version' && typeof this === 'object' && this !== null && 'stackName' in this
      ? undefined
      : value;
  });

test('the same app synthesizes the same Terraform on CDK Terrain, which carries cdktf on', () => {
  const ours = synthesizedOn('cdktf');
  const terrain = synthesizedOn('cdktn');
  expect([versionsOf(ours), versionsOf(terrain)]).toEqual([
    ['0.21.0', '0.21.0'],
    ['0.24.0', '0.24.0'],
  ]);
  expect(withoutVersions(terrain)).toEqual(withoutVersions(ours));
  expect(Object.keys(ours[0]?.resource ?? {})).toContain('pagerduty_schedule');
  expect(Object.keys(ours[1]?.resource ?? {})).toContain('datadog_monitor');
});
