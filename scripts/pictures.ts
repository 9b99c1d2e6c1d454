import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rotationPictures } from './pictures/rotationPictures';

/** Writes the pictures of the documents. */
const folder = resolve(__dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });
for (const [name, svg] of rotationPictures()) writeFileSync(join(folder, name), svg);
