import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { xyzTechPictures } from '../../scripts/pictures/xyzTechPictures';
import { Drawn } from '../pictures/drawn';
import { ROOT } from './blocks';

jest.setTimeout(120_000);

test("the README's pictures are fresh: else run npm run pictures", async () => {
  const drawn = await xyzTechPictures();
  expect([...drawn.keys()]).toEqual(['xyz-tech.svg', 'xyz-tech-narrow.svg']);
  for (const [name, svg] of drawn) {
    expect(readFileSync(join(ROOT, 'docs/pictures', name), 'utf8')).toBe(svg);
    expect(new Drawn(svg).texts.join(' ')).toContain(
      '03:16 not acknowledged, page to Choo, who covers Spencer 03:21 acknowledged',
    );
  }
});
