import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILED = join(__dirname, '../../bin/compiled.js');
/** Says of each script that is compiled whether V8 took what was kept. */
const WATCHED = `const vm = require('node:vm');
const Script = vm.Script;
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    console.log(options.cachedData === undefined ? 'compiled' : this.cachedDataRejected ? 'refused' : 'taken');
  }
};
// As on Node 20.
require('node:module').enableCompileCache = undefined;
const { compiled } = require(${JSON.stringify(COMPILED)});
const { double, where } = compiled(...process.argv.slice(1));
console.log(double(21), where);`;
const MODULE = `const { join } = require('node:path');
exports.double = (value) => value * require('./factor.js');
exports.where = [__filename, join(__dirname, 'x'), module.filename].map((path) => path.split('/').at(-1)).join();`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchbill-compiled-'));
  writeFileSync(join(folder, 'bundle.js'), MODULE);
  writeFileSync(join(folder, 'factor.js'), 'module.exports = 2;');
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = () => join(folder, 'cache');
const kept = () => join(cache(), readdirSync(cache())[0] ?? '');

/** Loads the module in a process of its own: how it was compiled, and what it said. */
function loaded(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', WATCHED, join(folder, 'bundle.js'), cache()],
    {
      encoding: 'utf8',
    },
  );
  return stderr === '' ? stdout.trim().split('\n') : [stderr];
}

const SAID = '42 bundle.js,x,bundle.js';

test('a module is compiled once, says the same ever after, and asks for others beside it', () => {
  expect(loaded()).toEqual(['compiled', SAID]);
  expect(readdirSync(cache())).toEqual([`${process.version}-${process.arch}-bundle.js.bin`]);
  expect(loaded()).toEqual(['taken', SAID]);
});

test('a source with characters beyond ASCII is read as what it is', () => {
  writeFileSync(join(folder, 'bundle.js'), MODULE.replace("'x'", "'é→😀'"));
  const said = SAID.replace('x', 'é→😀');
  expect(loaded()).toEqual(['compiled', said]);
  expect(loaded()).toEqual(['taken', said]);
});

test('another source of the same length is compiled anew', () => {
  loaded();
  writeFileSync(join(folder, 'bundle.js'), MODULE.replace('value * req', 'value + req'));
  expect(loaded()).toEqual(['compiled', SAID.replace('42', '23')]);
  expect(loaded()).toEqual(['taken', SAID.replace('42', '23')]);
});

test('what is kept is not taken once a byte of it has changed, and is kept anew', () => {
  loaded();
  const bytes = readFileSync(kept());
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  writeFileSync(kept(), bytes);
  expect(loaded()).toEqual(['compiled', SAID]);
  expect(loaded()).toEqual(['taken', SAID]);
});

test('where nothing can be kept, it is compiled each time', () => {
  writeFileSync(cache(), 'a file where the folder would be');
  expect(loaded()).toEqual(['compiled', SAID]);
  expect(loaded()).toEqual(['compiled', SAID]);
});
