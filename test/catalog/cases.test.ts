import { CASES as alertRule } from './cases/alertRule';
import { CASES as checkHeadings } from './cases/checkHeadings';
import { CASES as checkLinks } from './cases/checkLinks';
import { CASES as elsewhere } from './cases/elsewhere';
import { CASES as headings } from './cases/headings';
import { CASES as layout } from './cases/layout';
import { CASES as metricRule } from './cases/metricRule';
import { CASES as openYaml } from './cases/openYaml';
import { CASES as organization } from './cases/organization';
import { CASES as parseYaml } from './cases/parseYaml';
import { CASES as queryRule } from './cases/queryRule';
import { CASES as readAlerts } from './cases/readAlerts';
import { CASES as readHolidays } from './cases/readHolidays';
import { CASES as readLeave } from './cases/readLeave';
import { CASES as readOwners } from './cases/readOwners';
import { CASES as readPipelines } from './cases/readPipelines';
import { CASES as readRotations } from './cases/readRotations';
import { CASES as readRunbooks } from './cases/readRunbooks';
import { CASES as readVersions } from './cases/readVersions';
import { CASES as text } from './cases/text';
import { toldAfter } from './changedData';

/** By the file of src/catalog that tells them. */
const CASES = {
  layout,
  openYaml,
  parseYaml,
  text,
  organization,
  readOwners,
  readPipelines,
  readRotations,
  readVersions,
  readLeave,
  readHolidays,
  readRunbooks,
  checkHeadings,
  headings,
  elsewhere,
  metricRule,
  queryRule,
  checkLinks,
  readAlerts,
  alertRule,
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (__, changes, expected) => {
    expect(toldAfter(...changes)).toEqual(expected);
  });
});
