import { handleWayOut } from '../../../../src/verbs/drift/differences/handles';

test('the command names the address and the stack of the handle, also of low urgency', () => {
  const low = 'datadog_integration_pagerduty_service_object.growth__low';
  const { command } = handleWayOut(
    { stacks: new Map([[low, 'on-call-accounts']]) },
    'pagerduty_service.growth__low',
  );
  expect(command).toBe(`-chdir=cdktf.out/stacks/on-call-accounts apply -replace=${low}`);
});
