import { suiteUnless } from '../../suite';
import { whyNoTerraform } from '../../support/terraform';
import { smallTeam } from './smallTeam';
import { type Strike, strikesOf, strikeText } from './strikes';
import { type Recovery, StruckDeploys } from './struck';

jest.setTimeout(600_000);

const { LONG }: { readonly LONG: boolean } = require('../../form.js');
const missing = whyNoTerraform();
/** On a fast machine most of those at the last write of a state come too late. */
const MOST_STRIKES = 20;

/** Two or three of them in the short form. */
const SHORT: Readonly<Record<'first' | 'update', readonly Strike[]>> = {
  first: [
    { victim: 'Terraform', moment: { kind: 'call', at: 0.6, isDone: true } },
    { victim: 'Terraform and its providers', moment: { kind: 'state', time: 3 } },
  ],
  update: [{ victim: 'watchbill', moment: { kind: 'call', at: 0.75, isDone: true } }],
};

function testStrikes(strikes: readonly Strike[], open: () => Promise<StruckDeploys>): void {
  let deploys: StruckDeploys;
  beforeAll(async () => {
    deploys = await open();
  });
  afterAll(() => deploys?.close());

  test.each(strikes.map((strike): [string, Strike] => [strikeText(strike), strike]))(
    '%s',
    async (_, strike) => {
      const clean = await deploys.cleanContents();
      const recovery = await struckInTime(deploys, strike);
      const { struck, adopted, next, plan } = recovery;
      if (LONG) process.stderr.write(`${strikeText(strike)}: deployed again with ${next.code}\n`);
      expect(recovery.isStruck).toBe(true);
      expect(recovery.unreadable).toEqual([]);
      if (strike.victim === 'watchbill') expect(struck.code).toBe('SIGKILL');
      else if (strike.victim === 'Ctrl-C') expect(struck.err).toMatch(/^DEPL111: /m);
      else expect([struck.code, struck.err]).toEqual([1, expect.stringMatching(/^DEPL112: /m)]);
      if (adopted !== undefined) expect([adopted.code, adopted.err]).toEqual([0, expect.anything()]);
      expect([next.code, next.err]).toEqual([0, expect.anything()]);
      expect(recovery.wrongs).toEqual([]);
      expect(plan.out).toMatch(/\non-call: nothing to change\nmonitors: nothing to change\n/);
      expect(recovery.contents).toEqual(clean);
    },
  );
}

/** A state may be the last thing that Terraform writes: where it had ended before the strike, strikes again. */
async function struckInTime(deploys: StruckDeploys, strike: Strike): Promise<Recovery> {
  for (let tries = 1; ; tries += 1) {
    const recovery = await deploys.recover(strike);
    const isTooLate = strike.moment.kind === 'state' && recovery.struck.code === 0;
    if (!isTooLate || tries === MOST_STRIKES) return recovery;
  }
}

suiteUnless(missing, 'a first deploy is ended at random moments, and the next one converges', () => {
  testStrikes(LONG ? strikesOf(1, 10, 3) : SHORT.first, () => StruckDeploys.open(smallTeam()));
});

suiteUnless(missing, 'a deploy of changes is ended at random moments, and the next one converges', () => {
  const changes = { newOrder: true, firstStep: '20m', tolerancePercent: 2, officeHoursUntil: '23:58' };
  testStrikes(LONG ? strikesOf(2, 10, 3) : SHORT.update, () =>
    StruckDeploys.open(smallTeam(changes), smallTeam()),
  );
});
