import { stringify } from 'yaml';
import type { Publisher } from '../publisher.ts';

/** What the action runs: the site's own tool on the site's own corpus; paths come in by the environment, never by the text. */
const SCRIPT = `folder=$(mktemp -d)
mkdir -p "$folder/tools" "$folder/api/v1"
curl -fsSL -o "$folder/tools/check.mjs" "\${SITE%/}/tools/check.mjs"
curl -fsSL -o "$folder/api/v1/corpus.json" "\${SITE%/}/api/v1/corpus.json"
node "$folder/tools/check.mjs" --github -- $PATHS
`;

/** A GitHub action that checks the citations in a repository against this site. */
export const action: Publisher = {
  name: 'action',
  about:
    'A composite GitHub action: copy it to .github/actions/precedent/action.yml of a repository that cites decisions.',
  pattern: 'tools/action.yml',
  *files({ name, site }) {
    const content = {
      name: `Check citations of ${name}`,
      description:
        'Reports ids of decisions that are unknown, withdrawn, superseded, or changed since the version cited.',
      inputs: {
        site: { description: 'Address of the site whose ids are cited', default: site },
        paths: { description: 'Files and folders to look through, divided by blanks', default: '.' },
      },
      runs: {
        using: 'composite',
        steps: [
          { uses: 'actions/setup-node@v4', with: { 'node-version': '22' } },
          { shell: 'bash', env: { SITE: input('site'), PATHS: input('paths') }, run: SCRIPT },
        ],
      },
    };
    // Lines stay as long as they are, so that the script is readable in the file as it runs.
    const body = stringify(content, { lineWidth: 0 });
    yield { path: 'tools/action.yml', mediaType: 'text/yaml; charset=utf-8', body };
  },
};

/** An input of the action, as its runner fills it in. */
function input(name: string): string {
  return `\${{ inputs.${name} }}`;
}
