export { printDocuments } from './documents.ts';
export { modelOf } from './model.ts';
export { tellFindings, tellUpdate } from './report.ts';
export { shareOf } from './share.ts';
export { printTerms } from './terms.ts';
