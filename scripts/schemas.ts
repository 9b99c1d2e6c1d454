import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { jsonSchemas, schemaText } from '../src/catalog/schema/jsonSchemas';

/** Writes the JSON Schemas of the data files. */
const folder = resolve(__dirname, '../schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of jsonSchemas()) {
  writeFileSync(resolve(folder, `${name}.schema.json`), schemaText(schema));
}
