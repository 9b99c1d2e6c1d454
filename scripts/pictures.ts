import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rotationPictures } from './pictures/rotationPictures';
import { xyzTechPictures } from './pictures/xyzTechPictures';

/** Writes the pictures of the documents. */
async function write(): Promise<void> {
  const folder = resolve(__dirname, '../docs/pictures');
  mkdirSync(folder, { recursive: true });
  const pictures = [...rotationPictures(), ...(await xyzTechPictures())];
  for (const [name, svg] of pictures) writeFileSync(join(folder, name), svg);
}

void write();
