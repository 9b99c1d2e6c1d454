import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { jsonSchemas, schemaText } from '../../../src/catalog/schema/jsonSchemas';
import { REAL_DATA } from '../changedData';

const ROOT = resolve(__dirname, '../../..');
const committed = (name: string) => readFileSync(resolve(ROOT, `schemas/${name}.schema.json`), 'utf8');

/** Unknown formats are for editors. */
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } });

/** The YAML of a data file, and the name of its schema. */
function yamlOf(path: string): { yaml: string; schema: string; value: unknown } {
  const text = Buffer.from(REAL_DATA.get(path) ?? []).toString();
  const yaml = path.endsWith('.md') ? (text.split('---\n')[1] ?? '') : text;
  const schema = path.startsWith('holidays/')
    ? 'holidays'
    : path.endsWith('.md')
      ? 'runbook'
      : path.slice(0, -5);
  return { yaml, schema, value: parse(yaml) };
}

const files = [...REAL_DATA.keys()].filter((path) => path !== 'runbooks/failure-classes.md');

test.each([...jsonSchemas()])('schemas/%s.schema.json is fresh: else run npm run schemas', (name, schema) => {
  expect(committed(name)).toBe(schemaText(schema));
});

test.each(files)('%s names its schema and is valid by it', (path) => {
  const { yaml, schema, value } = yamlOf(path);
  const up = '../'.repeat(path.split('/').length);
  expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schemas/${schema}.schema.json`);
  const validate = ajv.compile(JSON.parse(committed(schema)));
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
});

test.each([
  ['leave', [{ person: 'choo', from: '2026-01-05' }]],
  ['leave', [{ person: 'choo', from: '5 January', until: '2026-01-05' }]],
  ['pipelines', { 'Not an id': {} }],
  ['rotations', { growth: { name: 'Growth', pipelines: [], versions: [] } }],
  ['runbook', { pipeline: 'a', alerts: [{ id: 'a', kind: 'freshness', failureClass: 'data', maxLag: 16 }] }],
  ['runbook', { pipeline: 'a', alerts: [{ id: 'a', kind: 'failure', failureClass: 'data', maxLag: '16h' }] }],
])('the schema of %s refuses %j', (name, value) => {
  expect(ajv.validate(JSON.parse(committed(name)), value)).toBe(false);
});
