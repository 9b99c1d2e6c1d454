import { shellWord } from '../../text/shellWord';

/** What to do in a new repository, in three steps. */
export function nextSteps(folder: string): string {
  const enter = folder === '.' ? '' : `cd ${shellWord(folder)} && `;
  return `
Next
  1. ${enter}npm install && npm start
     the data is checked, and a night rehearsed; no account is needed
  2. edit data/ where it says "Edit this", and the runbooks; then npx watchbill check
  3. git init, commit all of it with package-lock.json, and push it; to deploy, read
     node_modules/watchbill/docs/deploy.md and ci.md
`;
}
