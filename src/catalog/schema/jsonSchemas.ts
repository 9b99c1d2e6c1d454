import * as z from 'zod';
import { holidays } from './holiday';
import { leave } from './leave';
import { maintenance } from './maintenance';
import { organization } from './organization';
import { pipelines } from './pipeline';
import { rotations } from './rotation';
import { runbook } from './runbook';

const SCHEMAS = { organization, pipelines, rotations, leave, maintenance, holidays, runbook };

/**
 * JSON Schemas of the data files by name, for completion and checks in editors. They are
 * committed as `schemas/<name>.schema.json`, and leave out what only the catalog can check,
 * such as whether a person exists.
 */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      { title: `watchbill ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  );
}

/** A JSON Schema as the text of its file. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
