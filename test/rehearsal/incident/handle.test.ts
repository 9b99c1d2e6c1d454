import { DeploymentError } from '../../../src/deployment';
import { serviceOf } from '../../../src/rehearsal';
import { monitor } from '../monitor/fixture';
import { deployment, service } from './fixture';

test('a handle leads to the service whose integration key it holds', () => {
  expect(serviceOf(deployment([]), monitor(), 'growth')).toEqual(service);
});

test('a handle that is not deployed would reach nobody: an error that names the monitor', () => {
  expect(() => serviceOf(deployment([]), monitor(), 'grwth')).toThrow(
    'datadog_monitor.lag message: notifies a handle that is not deployed: "grwth"',
  );
});

test('a handle of a service that is not deployed is an error', () => {
  const broken = deployment([], 0, { services: [] });
  expect(() => serviceOf(broken, monitor(), 'growth')).toThrow(DeploymentError);
  expect(() => serviceOf(broken, monitor(), 'growth')).toThrow(
    '@pagerduty-growth: reaches a service that is not deployed: "pagerduty_service.growth"',
  );
});
