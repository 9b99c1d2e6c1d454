import { DeploymentError, UNKNOWN_ATTRIBUTE, type UnreadableObject } from '../../../../src/deployment';
import type { Comparison } from '../../../../src/verbs/drift/differences/comparison';
import { unreadableDrift } from '../../../../src/verbs/drift/differences/unreadable';

const NONE = { schedules: [], escalationPolicies: [], services: [], monitors: [], downtimes: [] };

/** What is said of a monitor that somebody has changed. */
function said(error: DeploymentError): string[] {
  const object: UnreadableObject = { kind: 'monitor', key: '7', name: 'Late', description: '', error };
  const found = { unreadable: [object], endless: [], partial: NONE };
  const differences = unreadableDrift({ found, expected: NONE } as unknown as Comparison);
  return differences.map(({ text, wayOut }) => `${text}; ${wayOut}`);
}

test('an attribute that no deploy sets is told as that, and its value is not shown', () => {
  expect(said(new DeploymentError('7', 'options.evaluation_delay', UNKNOWN_ATTRIBUTE))).toEqual([
    'options.evaluation_delay is set, which a deploy never does; undo it in Datadog, unless a deploy does; the rest of the object was not compared',
  ]);
});

test('a value that is not understood is shown', () => {
  expect(said(new DeploymentError('7', 'options.on_missing_data', 'not a known value', 'sing'))[0]).toMatch(
    /^options\.on_missing_data: not a known value: '?"?sing/,
  );
});
