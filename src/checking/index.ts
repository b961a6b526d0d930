export { type CheckReport, checkTexts, type Text } from './check.ts';
export { MENTION, mentionsIn } from './mentions.ts';
export { githubReport, jsonReport, textReport } from './reporters.ts';
export { commitTexts, fileTexts } from './texts.ts';
