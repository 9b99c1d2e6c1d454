/**
 * How long suites take on a machine that has not run them yet: those that take more than half a minute,
 * by the end of their path, and a typical one of each kind. Whole seconds of a quiet machine; only their
 * order matters.
 */
const LONG_ONES = {
  'deploy/faults/everyCall.deploy.test.ts': 130,
  'truth/shapes/shapes.property.test.ts': 100,
  'bench/benchmarks.long.test.ts': 90,
  'fuzz/catalog.property.test.ts': 80,
  'system/fromTarball.long.test.ts': 70,
  'system/nodes.long.test.ts': 65,
  'deploy/byTeam.deploy.test.ts': 60,
  'deploy/tofuDeploy.deploy.test.ts': 57,
  'deploy/ci.deploy.test.ts': 52,
  'deploy/datadog.deploy.test.ts': 50,
  'deploy/adopt.deploy.test.ts': 42,
  'deploy/terraformDeploy.deploy.test.ts': 41,
  'deploy/byTeamHandedOver.deploy.test.ts': 41,
  'deploy/faults/dead.deploy.test.ts': 36,
  'deploy/paging.deploy.test.ts': 33,
  'system/installScripts.long.test.ts': 35,
  'system/package.system.test.ts': 35,
  'site/everyPage.long.test.ts': 60,
};

const OF_A_KIND = { deploy: 30, system: 20, long: 20, ledger: 6, property: 8, sandbox: 2, unit: 0.3 };

/** @param path of a suite, with any separators */
exports.secondsOf = (path) => {
  const posix = path.replaceAll('\\', '/');
  const known = Object.keys(LONG_ONES).find((end) => posix.endsWith(`/${end}`));
  if (known !== undefined) return LONG_ONES[known];
  const kind = /\.(\w+)\.test\.ts$/.exec(posix)?.[1] ?? 'unit';
  return OF_A_KIND[kind] ?? OF_A_KIND.unit;
};

exports.LONG_ONES = LONG_ONES;
