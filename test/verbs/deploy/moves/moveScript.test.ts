import { moveScript } from '../../../../src/verbs/deploy/moves/moveScript';

test('states are copied, changed, and written back, those that gain objects first', () => {
  const script = moveScript(
    [
      { address: 'pagerduty_team.ba', from: 'on-call', to: 'on-call-ba', isThere: false },
      { address: 'datadog_monitor.a__größe', from: 'monitors-de', to: 'monitors-ba', isThere: false },
      { address: 'datadog_team.ba', from: 'monitors', to: 'monitors-ba', isThere: true },
    ],
    '/opt/my tools/tofu',
  );
  const tofu = "'/opt/my tools/tofu'";
  expect(script.split('\n').filter((line) => line.includes('tofu'))).toEqual([
    ...['on-call-ba', 'monitors-ba', 'on-call', 'monitors-de', 'monitors'].map(
      (name) => `${tofu} -chdir=cdktf.out/stacks/${name} state pull > "$folder/${name}.tfstate"`,
    ),
    `${tofu} -chdir="$folder" state mv -backup=before -backup-out=before -state=on-call.tfstate -state-out=on-call-ba.tfstate pagerduty_team.ba pagerduty_team.ba`,
    `${tofu} -chdir="$folder" state mv -backup=before -backup-out=before -state=monitors-de.tfstate -state-out=monitors-ba.tfstate 'datadog_monitor.a__größe' 'datadog_monitor.a__größe'`,
    `${tofu} -chdir="$folder" state rm -backup=before -state=monitors.tfstate datadog_team.ba`,
    ...['on-call-ba', 'monitors-ba', 'on-call', 'monitors-de', 'monitors'].map(
      (name) => `${tofu} -chdir=cdktf.out/stacks/${name} state push "$folder/${name}.tfstate"`,
    ),
  ]);
  expect(script).toMatch(/^#!\/bin\/sh\n/);
  expect(script.indexOf('set -eu')).toBeLessThan(script.indexOf('pull'));
});
