import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as reading from '../../../src/catalog/dataDirectory';
import { start } from '../../../src/verbs/start/start';
import * as synthesis from '../../../src/verbs/synth/synthesizedStacks';
import { DATA, watchbill } from '../../cli/run';
import { metricRules } from '../../metricRules';

jest.mock('../../../src/catalog/dataDirectory', () => {
  const real = jest.requireActual('../../../src/catalog/dataDirectory');
  return { ...real, readDataDirectory: jest.fn(real.readDataDirectory) };
});
const read = jest.mocked(reading.readDataDirectory);

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-once-'));
  data = join(folder, 'data');
  // No rule reads the ledger, so none is started.
  for (const [path, bytes] of metricRules(reading.readDataDirectory(DATA))) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => read.mockClear());

test('rehearse reads the data once', async () => {
  const { code, err } = await watchbill(['rehearse', '--json'], { WATCHBILL_DATA: data });
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(read).toHaveBeenCalledTimes(1);
});

test('start reads the data once, and synthesizes it once', async () => {
  const out: string[] = [];
  const synthesize = jest.fn(synthesis.synthesizedStacks);
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => out.push(text),
    env: {},
    now: () => {
      throw new Error('the day is given');
    },
    synthesize: (request: Parameters<typeof synthesis.synthesizedStacks>[0]) => synthesize(request),
  };
  const code = await start({ data, asOf: '2026-11-23', verbose: true }, io, join(folder, 'stacks'));
  expect({ code, out: code === 0 ? [] : out }).toEqual({ code: 0, out: [] });
  expect(read).toHaveBeenCalledTimes(1);
  expect(synthesize).toHaveBeenCalledTimes(1);
});
