import type { Reading } from './reading';
import type { YamlFile } from './yamlFile';

/** Hosts that show a repository's files as source, and no pages. */
const SOURCE_HOSTS = ['github.com', 'www.github.com', 'gitlab.com', 'bitbucket.org'];

/** Warns of an address below which no page of the site can be, so that each link of a message would lead nowhere. */
export function checkSiteUrl(reading: Reading, file: YamlFile, siteUrl: string | undefined): void {
  const why = siteUrl === undefined ? undefined : whyNowhere(siteUrl);
  if (why === undefined) return;
  reading.problems.warning(file.at(['siteUrl']), {
    code: 'ORGA005',
    message: `links in messages would lead nowhere: ${why}`,
    value: siteUrl,
    wayOut: "write the address of the folder with the site's index.html, e.g. https://oncall.example.com",
  });
}

function whyNowhere(siteUrl: string): string | undefined {
  const { hostname, pathname } = new URL(siteUrl);
  if (SOURCE_HOSTS.includes(hostname)) return `${hostname} shows a file's source, not the page`;
  return /\.(html?|md)$/i.test(pathname)
    ? 'it is the address of a page, but pages are looked for below it'
    : undefined;
}
