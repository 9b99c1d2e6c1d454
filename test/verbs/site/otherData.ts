import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AS_OF, dataFilesOf } from '../../../bench/synth/data';
import { XYZ_TECH } from '../../xyzTech';

export const THREE_OFFICES = resolve(__dirname, '../../../examples/three-offices');

/** Where {@link largeData} is planned from. */
export const LARGE_AS_OF = AS_OF;

/** Writes the data of 300 pipelines and 100 people to a folder. */
export function largeData(folder: string): string {
  for (const [path, bytes] of dataFilesOf(300, 60)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** A copy of XYZ Tech's data with files of other texts; those without a text are taken away. */
export function dataWith(folder: string, files: Readonly<Record<string, string | undefined>>): string {
  cpSync(XYZ_TECH, folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Data of XYZ Tech's two pipelines in office hours, without runbooks, and their rotations: `{}` is none. */
export function dataOfMails(folder: string, rotations: string | undefined): string {
  const pipelines = readFileSync(join(XYZ_TECH, 'pipelines.yaml'), 'utf8');
  const mailed = pipelines.split(/\n(?=[\w-]+:\n)/).filter((part) => part.includes('coverage: office-hours'));
  const data = dataWith(folder, {
    'pipelines.yaml': mailed.join('\n'),
    'rotations.yaml': rotations,
  });
  rmSync(join(data, 'runbooks'), { recursive: true });
  return data;
}
