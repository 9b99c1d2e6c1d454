import { Temporal } from 'temporal-polyfill';
import { clientOptions } from '../../src/cli/waiting';

/** A clock of its own, and what was told. */
class Clock {
  readonly told: string[] = [];
  private seconds = 0;
  private readonly listeners = new Set<() => void>();
  readonly now = () => Temporal.Instant.from('2026-11-24T03:15:07.5Z').add({ seconds: this.seconds });
  readonly err = (text: string) => void this.told.push(text);
  readonly everySecond = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  pass(seconds: number): void {
    for (let left = seconds; left > 0; left -= 1) {
      this.seconds += 1;
      for (const listener of this.listeners) listener();
    }
  }

  get isTicking(): boolean {
    return this.listeners.size > 0;
  }
}

const LINE = 'waiting for PagerDuty (GET /services) since 03:15:07 UTC';
let clock: Clock;
beforeEach(() => {
  clock = new Clock();
});

test('a log gets one line after five seconds, however long it lasts', () => {
  const over = clientOptions(clock).waiting?.('PagerDuty (GET /services)');
  clock.pass(4);
  expect(clock.told).toEqual([]);
  clock.pass(26);
  expect(clock.told).toEqual([`${LINE}\n`]);
  over?.();
  expect([clock.told.length, clock.isTicking]).toEqual([1, false]);
});

test('a terminal shows it after two seconds, second by second, and nothing when it is over', () => {
  const shown: string[] = [];
  const io = { ...clock, progress: (text: string) => void shown.push(text) };
  const over = clientOptions(io).waiting?.('PagerDuty (GET /services)');
  clock.pass(3);
  over?.();
  expect([shown, clock.told]).toEqual([[`${LINE}, 2 s`, `${LINE}, 3 s`, ''], []]);
});

test('what is over at once is not told', () => {
  const shown: string[] = [];
  for (const io of [clock, { ...clock, progress: (text: string) => void shown.push(text) }]) {
    const over = clientOptions(io).waiting?.('PagerDuty (GET /services)');
    clock.pass(1);
    over?.();
  }
  expect([shown, clock.told, clock.isTicking]).toEqual([[], [], false]);
});
