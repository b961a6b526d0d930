/** A setting by which a program turns ids into links, or checks them. */
export interface Recipe {
  readonly program: string;
  /** Where the text belongs. */
  readonly where: string;
  /** @param site The address of the home page, with a slash at its end. */
  readonly text: (site: string) => string;
  /** What it does not do, and what helps then. */
  readonly note?: string;
}

/** An id of a decision or position in POSIX extended syntax, which cgit's sed, Gerrit, Forgejo and Emacs read too (each in its quoting). */
export const ID = 'PREC-[0-9A-Z]{5}(-P[0-9]+)?';

/** A setting for each program, in the order of the page. */
export const RECIPES: readonly Recipe[] = [
  {
    program: 'GitHub',
    where: 'Once, by somebody who may administer the repository (docs.github.com, “Configuring autolinks”).',
    text: (site) => `gh repo autolink create PREC- '${site}PREC-<num>/'`,
    note: 'Ids become links in issues, pull requests and commit messages, not in files; “<num>” takes letters, digits and hyphens.',
  },
  {
    program: 'GitLab',
    where: 'In .gitlab-ci.yml of the project that cites.',
    text: (site) =>
      [
        'precedent-citations:',
        '  image: node:22',
        '  script:',
        '    - mkdir -p precedent/tools precedent/api/v1',
        `    - curl -fsSL -o precedent/tools/check.mjs ${site}tools/check.mjs`,
        `    - curl -fsSL -o precedent/api/v1/corpus.json ${site}api/v1/corpus.json`,
        '    - git ls-files -z | xargs -0 node precedent/tools/check.mjs --',
        '',
      ].join('\n'),
    note: 'GitLab links references to an outside tracker only where they are a word in capitals, a hyphen and a number (“Custom issue tracker”), so ids do not become links there: paste the Markdown. This job checks them.',
  },
  {
    program: 'Forgejo and Gitea',
    where: 'Settings of the repository, issues, external issue tracker, style “regular expression”.',
    text: (site) => `Pattern:  (${ID.replace('(', '(?:')})\nURL:      ${site}{index}/`,
  },
  {
    program: 'Gerrit',
    where: 'In gerrit.config, or project.config of one project.',
    text: (site) => `[commentlink "precedent"]\n  match = "\\\\b(${ID.replace('(', '(?:')})\\\\b"\n  link = ${site}$1/`,
  },
  {
    program: 'cgit',
    where: 'A program named by commit-filter in cgitrc; cgit hands it the message already escaped as HTML.',
    text: (site) =>
      `#!/bin/sh\n# commit-filter=/usr/local/lib/cgit/precedent.sh\nexec sed -E 's#(^|[^0-9A-Za-z/-])(${ID})#\\1<a href="${site}\\2/">\\2</a>#g'`,
  },
  {
    program: 'Sphinx',
    where: 'In conf.py; written as :prec:`7F3Q2-P3`.',
    text: (site) => `extensions = ['sphinx.ext.extlinks']\nextlinks = {'prec': ('${site}PREC-%s/', 'PREC-%s')}`,
  },
  {
    program: 'Emacs',
    where: 'In .dir-locals.el of a project, or the init file; needs bug-reference-mode.',
    text: (site) =>
      `(setq bug-reference-bug-regexp "\\\\(\\\\b\\\\(${ID.replace('{5}(', '\\\\{5\\\\}\\\\(?:').replace(')?', '\\\\)?')}\\\\)\\\\b\\\\)"\n      bug-reference-url-format "${site}%s/")`,
  },
  {
    program: 'git',
    where: 'As .git/hooks/commit-msg, executable: reports a citation that does not stand before the commit is made.',
    text: () => '#!/bin/sh\nexec node precedent/tools/check.mjs -- "$1"',
    note: 'precedent/ is the unzipped copy of this site, or a folder with tools/check.mjs and api/v1/corpus.json of it.',
  },
];
